import type { PackManifest } from '#core/pack/pack.ts'
import type { Register } from '#core/register/register.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { FieldTable } from './field-table.tsx'
import { HintList } from './hint-list.tsx'
import { titleIn } from './model/names.ts'
import type { Text } from './text.zh.ts'
import { useRegistersText } from './use-text.ts'

/** One register: a line, and when opened its fields, who fills and reads it, when it is due and how it counts. */
export function RegisterCard({ register, posts }: { readonly register: Register; readonly posts: PackManifest['posts'] }) {
  const text = useRegistersText()
  const language = useLanguage()
  const namesOf = (ids: readonly string[]) =>
    ids
      .map((id) => {
        const post = posts.find((each) => each.id === id)
        return post === undefined ? id : titleIn(language, post)
      })
      .join(language === 'zh' ? '、' : ', ')
  const { fields, filledBy, readBy, filing, acceptance, sensitivity, hints } = register
  return (
    <details className="register" id={register.id}>
      <summary>
        <strong>{titleIn(language, register)}</strong>
        <span className="chips">
          {filing === null ? null : <span className="chip">{text.every(filing.every, filing.unit)}</span>}
          {filing?.zeroField == null ? null : <span className="chip zero">{text.zeroShort}</span>}
          {sensitivity === 'open' ? null : <span className="chip internal">{text.sensitivity[sensitivity]}</span>}
        </span>
        <span className="who">{namesOf(filledBy)}</span>
        <span className="count">{text.fieldCount(fields.length)}</span>
      </summary>
      <div className="inside">
        <FieldTable fields={fields} />
        <p className="besides">{text.besides}</p>
        <dl>
          <dt>{text.filledBy}</dt>
          <dd>{namesOf(filledBy)}</dd>
          <dt>{text.readBy}</dt>
          <dd>{namesOf(readBy)}</dd>
          <dt>{text.filing}</dt>
          <dd>{filingWords(filing, text, language === 'zh' ? '，' : ', ')}</dd>
          <dt>{text.acceptance}</dt>
          <dd>{text.accepted[acceptance]}</dd>
          <dt>{text.counts}</dt>
          <dd>
            <HintList hints={hints} fields={fields} />
          </dd>
        </dl>
      </div>
    </details>
  )
}

function filingWords(filing: Register['filing'], text: Text, comma: string): string {
  if (filing === null) return text.whenItHappens
  const every = text.every(filing.every, filing.unit)
  return filing.zeroField === null ? every : `${every}${comma}${text.zero}`
}
