import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** Name, number and exclusions; then the population is frozen. */
export function FreezeForm({ draw: { id, version, name: listName } }: { readonly draw: Draw }) {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const [name, setName] = useState(listName)
  const [purpose, setPurpose] = useState('')
  const [kind, setKind] = useState<'share' | 'count'>('share')
  const [percent, setPercent] = useState('5')
  const [least, setLeast] = useState('1')
  const [count, setCount] = useState('10')
  const [excluded, setExcluded] = useState('')
  const freeze = useAct(id, () =>
    client.draw.freeze({
      id,
      version,
      name,
      purpose,
      rule: kind === 'share' ? { kind, percent: percent, atLeast: Number(least) } : { kind, count: Number(count) },
      excluded: exclusionsIn(excluded),
    }),
  )
  return (
    <form
      className="draws-form"
      onSubmit={(event) => {
        event.preventDefault()
        freeze.mutate()
      }}
    >
      <Field label={text.name} value={name} required maxLength={100} onChange={(event) => setName(event.target.value)} />
      <Field label={text.purpose} value={purpose} maxLength={500} onChange={(event) => setPurpose(event.target.value)} />
      <fieldset className="draws-line">
        <legend className="label">{text.rule}</legend>
        {(['share', 'count'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="rule" checked={kind === each} onChange={() => setKind(each)} />
            {text[each]}
          </label>
        ))}
        {kind === 'share' ? (
          <>
            <Field
              label={text.percent}
              value={percent}
              inputMode="decimal"
              pattern="\d{1,3}(\.\d{1,6})?"
              required
              onChange={(event) => setPercent(event.target.value)}
            />
            <Field label={text.atLeast} type="number" min={0} value={least} required onChange={(event) => setLeast(event.target.value)} />
          </>
        ) : (
          <Field label={text.each} type="number" min={1} value={count} required onChange={(event) => setCount(event.target.value)} />
        )}
      </fieldset>
      <label className="field">
        <span className="label">{text.excluded}</span>
        <textarea className="input" rows={2} value={excluded} onChange={(event) => setExcluded(event.target.value)} />
      </label>
      <FailureNotice error={freeze.error} words={failureText} />
      <p className="draws-line">
        <button type="submit" className="button primary" disabled={freeze.isPending}>
          {text.freeze}
        </button>
        <span className="quiet">{text.freezeWords}</span>
      </p>
    </form>
  )
}

/** Lines of number and reason. A number may hold blanks of its own only where a comma parts it from the reason. */
function exclusionsIn(lines: string) {
  return lines.split('\n').flatMap((line) => {
    const [, id = '', reason = ''] = /^\s*(\S[^,，]*?)(?:\s*[,，]\s*|\s+)(.*)$/.exec(line) ?? /^\s*(\S+)()$/.exec(line) ?? []
    return id === '' ? [] : [{ id, reason }]
  })
}
