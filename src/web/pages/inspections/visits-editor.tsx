import { useMutation } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import type { InspectionPlan, PlannedVisit } from './plan-of.ts'
import { useInspectionText } from './use-text.ts'

interface VisitsProps {
  readonly plan: InspectionPlan
  readonly orgs: readonly { readonly id: string; readonly name: string }[]
  readonly draws: readonly { readonly id: string; readonly name: string }[]
  readonly onChange: (some: Partial<InspectionPlan>) => void
}

/** Which units, when, how many people and minutes; of a sample what was drawn, each where it lies. */
export function VisitsEditor({ plan, orgs, draws, onChange }: VisitsProps) {
  const text = useInspectionText()
  const { kind, draw, visits, from, to } = plan
  const first = orgs[0]?.id ?? ''
  const empty = { org: first, drawn: null, from, to, people: 1, minutes: 30 }
  const take = useMutation({
    mutationFn: (id: string) => client.inspection.drawn({ draw: id }),
    onSuccess: ({ items }, id) => onChange({ draw: id, visits: items.map(({ drawn, org }) => ({ ...empty, drawn, org: org ?? first })) }),
  })
  const change = (index: number, some: Partial<PlannedVisit>): void =>
    onChange({ visits: visits.map((visit, at) => (at === index ? { ...visit, ...some } : visit)) })
  return (
    <section>
      <h2>{text.visits}</h2>
      <p className="quiet">{text.visitsHint}</p>
      {kind === 'sample' ? (
        <label className="field">
          <span className="label">{text.fields.draw}</span>
          <select
            className="input"
            value={draw ?? ''}
            onChange={({ target: { value } }) => (value === '' ? undefined : take.mutate(value))}
          >
            <option value="">{text.choose}</option>
            {draws.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
          {draws.length === 0 ? <span className="hint">{text.noDraws}</span> : null}
        </label>
      ) : null}
      <FailureNotice error={take.error} />
      {visits.map((visit, index) => (
        <fieldset key={`${visit.drawn ?? ''} ${index}`} className="insp-visit">
          <label>
            {text.visit.org}
            <select className="input" value={visit.org} onChange={(event) => change(index, { org: event.target.value })}>
              {orgs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {visit.drawn === null ? null : (
            <span className="insp-drawn">
              <small>{text.visit.drawn}</small>
              {visit.drawn}
            </span>
          )}
          {(['from', 'to'] as const).map((end) => (
            <label key={end}>
              {text.visit[end]}
              <input
                className="input"
                type="date"
                required
                min={from}
                max={to}
                value={visit[end]}
                onChange={(event) => change(index, { [end]: event.target.value })}
              />
            </label>
          ))}
          {(['people', 'minutes'] as const).map((each) => (
            <label key={each}>
              {text.visit[each]}
              <input
                className="input insp-small"
                type="number"
                required
                min={0}
                max={10_000}
                value={visit[each]}
                onChange={(event) => change(index, { [each]: Number(event.target.value) })}
              />
            </label>
          ))}
          {kind === 'sample' ? null : (
            <button
              type="button"
              className="button quiet small"
              onClick={() => onChange({ visits: visits.filter((_, at) => at !== index) })}
            >
              {text.remove}
            </button>
          )}
        </fieldset>
      ))}
      {kind === 'sample' ? null : (
        <button type="button" className="button" onClick={() => onChange({ visits: [...visits, empty] })}>
          {text.addVisit}
        </button>
      )}
    </section>
  )
}
