import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Definition } from '#core/terms/definition.ts'
import { fieldWords, type Lookup } from '#web/_words/definition/words.ts'
import { fieldsOf } from './edits.ts'
import type { Ground } from './ground.ts'
import { Pick, Tick } from './parts.tsx'
import { SourceFields } from './source-fields.tsx'
import { useEditorText } from './use-text.ts'

/** Another commitment of the plan that a rule may name. */
export interface OtherCommitment {
  readonly id: CommitmentId
  readonly ref: string
  readonly words: string
}

interface RestFieldsProps {
  readonly definition: Definition
  readonly counting: Counting
  readonly reading: Reading
  readonly ground: Ground
  readonly look: Lookup
  readonly others: readonly OtherCommitment[]
  readonly onChange: (definition: Definition) => void
}

/** Everything else that must hold of what counts. */
export function RestFields({ definition, counting, reading, ground, look, others, onChange }: RestFieldsProps) {
  const text = useEditorText()
  const set = (changes: Partial<Counting>): void => onChange({ ...definition, counting: { ...counting, ...changes } })
  const days = fieldsOf(counting.sources, ground.registers, ['day', 'days'])
  const { completion, within, notWith, before } = counting
  const named = others.map(({ id, ref, words }) => ({ value: id, label: `${ref} ${words.slice(0, 24)}` }))
  const byId = (id: string): CommitmentId | null => others.find((each) => each.id === id)?.id ?? null
  return (
    <>
      <Pick
        label={text.needs}
        value={counting.needs}
        options={(['submitted', 'accepted'] as const).map((value) => ({ value, label: look.text.needs[value] }))}
        onChange={(value) => set({ needs: value === 'accepted' ? 'accepted' : 'submitted' })}
      />
      {days.length === 0 ? null : (
        <Pick
          label={text.completion}
          empty={text.completionKind.none}
          value={completion === null ? '' : `${completion.counts} ${completion.field}`}
          options={days.flatMap(({ id }) =>
            (['done', 'open'] as const).map((counts) => ({
              value: `${counts} ${id}`,
              label: `${fieldWords(id, ground.registers, look.language)} · ${text.completionKind[counts]}`,
            })),
          )}
          onChange={(value) => {
            const [counts, id] = value.split(' ')
            const field = days.find((each) => each.id === id)?.id
            set({ completion: field === undefined ? null : { field, counts: counts === 'open' ? 'open' : 'done' } })
          }}
        />
      )}
      <Pick
        label={text.since}
        value={counting.since}
        options={(['period', 'ever'] as const).map((value) => ({ value, label: text.sinceKind[value] }))}
        onChange={(value) => set({ since: value === 'ever' ? 'ever' : 'period' })}
      />
      <Pick label={text.within} empty={text.noneOf} value={within ?? ''} options={named} onChange={(id) => set({ within: byId(id) })} />
      <Pick
        label={text.notWith}
        empty={text.noneOf}
        value={notWith[0] ?? ''}
        options={named}
        onChange={(id) => {
          const other = byId(id)
          set({ notWith: other === null ? [] : [other] })
        }}
      />
      <Tick
        label={text.before}
        value={before !== null}
        onChange={(isSet) => {
          const [first] = counting.sources
          set({ before: isSet && first !== undefined ? { register: first.register, where: null } : null })
        }}
      />
      {before === null ? null : (
        <SourceFields label={text.register} source={before} ground={ground} look={look} onChange={(next) => set({ before: next })} />
      )}
      {reading.kind === 'deadline' ? (
        <SourceFields
          label={text.event}
          source={definition.event}
          ground={ground}
          look={look}
          onChange={(event) => onChange({ ...definition, event })}
        />
      ) : null}
      <Pick
        label={text.midPeriod}
        value={definition.midPeriod ?? 'ask'}
        options={(['ask', 'full', 'pro-rata', 'none'] as const).map((value) => ({ value, label: text.midPeriodKind[value] }))}
        onChange={(value) => {
          const chosen = (['full', 'pro-rata', 'none'] as const).find((each) => each === value)
          onChange({ ...definition, midPeriod: chosen ?? null })
        }}
      />
      {reading.comparator?.value === '=' ? (
        <Tick label={text.exact} value={definition.isExact} onChange={(isExact) => onChange({ ...definition, isExact })} />
      ) : null}
      {definition.waived.length === 0 ? null : (
        <div className="waived">
          <span className="label">{text.waived}</span>
          {definition.waived.map((each) => (
            <span key={`${each.subject} ${each.period}`}>
              {each.subject.split('+').map(look.name).join(' × ')} {each.period}
              <button
                type="button"
                className="button small quiet"
                onClick={() => onChange({ ...definition, waived: definition.waived.filter((other) => other !== each) })}
              >
                {text.remove}
              </button>
            </span>
          ))}
        </div>
      )}
    </>
  )
}
