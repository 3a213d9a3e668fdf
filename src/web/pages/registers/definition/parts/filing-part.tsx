import type { FilingDuty } from '#core/register/register.ts'
import { Field } from '#web/_components/field.tsx'
import { setZero } from '../model/draft.ts'
import { en } from '../text.en.ts'
import { zh } from '../text.zh.ts'
import { useDefinitionText } from '../use-text.ts'
import { Choice } from './choice.tsx'
import { NamesField } from './names-field.tsx'
import type { PartProps } from './part.ts'

const UNITS = ['none', 'week', 'month', 'quarter', 'half-year', 'year'] as const

/** When a register is due, from whom, and whether nothing is told too. */
export function FilingPart({ draft, setDraft, view, wrong }: PartProps) {
  const text = useDefinitionText()
  const { filing } = draft
  const put = (changes: Partial<FilingDuty>): void =>
    setDraft((known) => (known.filing === null ? known : { ...known, filing: { ...known.filing, ...changes } }))
  const choose = (unit: (typeof UNITS)[number]): void =>
    setDraft((known) => ({ ...known, filing: unit === 'none' ? null : { ...(known.filing ?? FRESH), every: 1, unit } }))
  const more = filing !== null && filing.every > 1 ? text.everyMore(filing.every) : ''
  return (
    <fieldset>
      <legend>{text.filing}</legend>
      <div className="grid">
        <Choice
          label={text.duty}
          value={filing?.unit ?? 'none'}
          choices={UNITS.map((unit) => [unit, `${text.duties[unit]}${unit === filing?.unit ? more : ''}`])}
          wrong={wrong('filing')}
          onChange={choose}
        />
        {filing === null ? null : (
          <Field
            label={text.grace}
            type="number"
            min={0}
            max={60}
            value={filing.graceDays}
            onChange={(event) => put({ graceDays: Math.min(60, Math.max(0, Math.trunc(Number(event.target.value)))) })}
          />
        )}
        {filing === null ? null : (
          <Field
            label={text.since}
            type="date"
            value={filing.since ?? ''}
            onChange={(event) => {
              const day = event.target.value
              put({ since: isDay(day) ? day : null })
            }}
          />
        )}
      </div>
      {filing === null ? null : (
        <>
          <label className="tick">
            <input
              type="checkbox"
              checked={filing.zeroField !== null}
              onChange={(event) => {
                const isOn = event.target.checked
                setDraft((known) => setZero(known, isOn, { label: zh.zeroField, labelEn: en.zeroField }))
              }}
            />
            {text.zero}
          </label>
          <label className="tick">
            <input type="checkbox" checked={filing.isJoint} onChange={(event) => put({ isJoint: event.target.checked })} />
            {text.isJoint}
          </label>
          <NamesField label={text.by} names={filing.by} view={view} none={text.byFillers} onChange={(by) => put({ by })} />
        </>
      )}
    </fieldset>
  )
}

/** What a field for a day holds: a day, or nothing. */
function isDay(typed: string): typed is NonNullable<FilingDuty['since']> {
  return /^\d{4}-\d{2}-\d{2}$/.test(typed)
}

const FRESH: FilingDuty = { every: 1, unit: 'month', zeroField: null, by: [], isJoint: false, graceDays: 5, since: null }
