import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InspectionTemplate } from '#contract/inspection.ts'
import { client } from '#web/_lib/client.ts'
import type { PlannedItem } from './plan-of.ts'
import { useInspectionText } from './use-text.ts'

interface ItemsProps {
  readonly items: readonly PlannedItem[]
  readonly templates: readonly InspectionTemplate[]
  readonly refs: Readonly<Record<string, string>>
  readonly onChange: (items: readonly PlannedItem[]) => void
  readonly onNamed: (commitment: string, words: string) => void
}

/** What is looked at: from templates, changed as one likes, tied to promises. */
export function ItemsEditor({ items, templates, refs, onChange, onNamed }: ItemsProps) {
  const text = useInspectionText()
  const change = (index: number, some: Partial<PlannedItem>): void =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...some } : item)))
  const take = (id: string): void => {
    const template = templates.find((each) => each.id === id)
    if (template !== undefined) onChange([...items, ...template.items.map((item) => ({ ...item, commitments: [] }))])
  }
  return (
    <section>
      <h2>{text.items}</h2>
      <p className="quiet">{text.itemsHint}</p>
      <label className="field">
        <span className="label">{text.fromTemplate}</span>
        <select className="input" value="" onChange={(event) => take(event.target.value)}>
          <option value="">{text.choose}</option>
          {templates.map(({ id, name, items: own }) => (
            <option key={id} value={id}>
              {name} · {text.itemCount(own.length)}
            </option>
          ))}
        </select>
      </label>
      <ol className="insp-items">
        {items.map((item, index) => (
          // items have no names of their own: they are told apart by their place
          <li key={index}>
            <label className="field">
              <span className="label">{text.item.words}</span>
              <input
                className="input"
                required
                maxLength={500}
                value={item.words}
                onChange={(event) => change(index, { words: event.target.value })}
              />
            </label>
            <label className="field">
              <span className="label">{text.item.lookAt}</span>
              <input
                className="input"
                maxLength={500}
                value={item.lookAt}
                onChange={(event) => change(index, { lookAt: event.target.value })}
              />
            </label>
            <p className="insp-chips">
              {item.commitments.map((id) => (
                <span key={id} className="insp-chip" title={refs[id]}>
                  {(refs[id] ?? id).slice(0, 30)}
                  <button
                    type="button"
                    aria-label={`${text.remove} ${refs[id] ?? id}`}
                    onClick={() => change(index, { commitments: item.commitments.filter((each) => each !== id) })}
                  >
                    ×
                  </button>
                </span>
              ))}
            </p>
            <div className="insp-line">
              <PromiseFinder
                onFound={(id, words) => {
                  onNamed(id, words)
                  if (!item.commitments.includes(id)) change(index, { commitments: [...item.commitments, id] })
                }}
              />
              <button type="button" className="button quiet small" onClick={() => onChange(items.filter((_, at) => at !== index))}>
                {text.remove}
              </button>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => onChange([...items, { words: '', lookAt: '', commitments: [] }])}>
        {text.addItem}
      </button>
    </section>
  )
}

/** Finds a commitment by number or words. */
function PromiseFinder({ onFound }: { readonly onFound: (id: string, words: string) => void }) {
  const text = useInspectionText()
  const [asked, setAsked] = useState('')
  const { data } = useQuery({
    queryKey: ['inspection', 'promises', asked],
    queryFn: () => client.inspection.promises({ text: asked }),
    enabled: asked.trim().length > 0,
  })
  return (
    <div className="insp-find">
      <input
        className="input"
        type="search"
        placeholder={text.findPromise}
        aria-label={text.findPromise}
        value={asked}
        onChange={(event) => setAsked(event.target.value)}
      />
      {asked.trim() === '' || data === undefined ? null : (
        <ul>
          {data.items.slice(0, 8).map(({ commitment, ref, sentence }) => (
            <li key={commitment}>
              <button
                type="button"
                onClick={() => {
                  onFound(commitment, `${ref} ${sentence}`)
                  setAsked('')
                }}
              >
                {ref} {sentence}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
