import { useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { titleIn, whoIn } from '../../model/names.ts'
import type { RegistersView } from '../../use-registers.ts'
import { useDefinitionText } from '../use-text.ts'
import { wordsIn } from './lines.tsx'

interface NamesFieldProps {
  readonly label: string
  readonly names: readonly string[]
  readonly view: RegistersView
  /** What is meant where nobody is named; without it somebody must be. */
  readonly none?: string
  readonly wrong?: string | undefined
  readonly onChange: (names: readonly string[]) => void
}

/** Posts of the pack to tick, and other names of the organisation. */
export function NamesField({ label, names, view, none, wrong, onChange }: NamesFieldProps) {
  const text = useDefinitionText()
  const language = useLanguage()
  const { posts } = view.pack
  const isPost = (name: string): boolean => posts.some(({ id }) => id === name)
  const [others, setOthers] = useState(() => names.filter((name) => !isPost(name)).join('、'))
  const shown = names.length === 0 ? (none ?? '—') : whoIn(language, names, posts)
  return (
    <details className="names" open={wrong !== undefined || undefined}>
      <summary>
        <span className="label">{label}</span> {shown}
      </summary>
      <div className="posts">
        {posts.map((post) => (
          <label key={post.id} className="tick">
            <input
              type="checkbox"
              checked={names.includes(post.id)}
              onChange={(event) => onChange(event.target.checked ? [...names, post.id] : names.filter((name) => name !== post.id))}
            />
            {titleIn(language, post)}
          </label>
        ))}
      </div>
      <Field
        label={text.others}
        value={others}
        maxLength={300}
        onChange={(event) => {
          setOthers(event.target.value)
          onChange([...names.filter(isPost), ...wordsIn(event.target.value, /[、,，;；]/)])
        }}
      />
      {wrong === undefined ? null : <span className="wrong">{wrong}</span>}
    </details>
  )
}
