import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { InspectionKind } from '#core/inspection/inspection.ts'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { FailureNotice } from './failure-notice.tsx'
import { Forecast } from './forecast.tsx'
import { ItemsEditor } from './items-editor.tsx'
import type { InspectionPlan, PlanDraft } from './plan-of.ts'
import { TeamEditor } from './team-editor.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionText } from './use-text.ts'
import { VisitsEditor } from './visits-editor.tsx'

interface PlanProps {
  readonly id: string | null
  readonly version: number
  readonly initial: PlanDraft
}

/** The plan of an inspection as it is written, with what it would ask. */
export function PlanForm({ id, version, initial }: PlanProps) {
  const text = useInspectionText()
  const navigate = useNavigate()
  const [plan, setPlan] = useState(initial.plan)
  const [refs, setRefs] = useState(initial.refs)
  const change = (some: Partial<InspectionPlan>): void => setPlan({ ...plan, ...some })
  const options = useQuery({ queryKey: ['inspection', 'options'], queryFn: () => client.inspection.options() })
  const isComplete = plan.title.trim() !== '' && plan.topic.trim() !== '' && plan.from <= plan.to
  const forecast = useQuery({
    queryKey: ['inspection', 'forecast', id, plan.topic, plan.title, plan.from, plan.visits],
    queryFn: () => client.inspection.forecast({ id, plan }),
    enabled: isComplete && plan.visits.length > 0,
    placeholderData: (former) => former,
  })
  const save = useInspectionAct(
    () => (id === null ? client.inspection.draft({ plan }) : client.inspection.write({ id, version, plan })),
    (saved) => {
      tell('done', text.save)
      if (id === null) void navigate({ to: '/inspections/$inspectionId', params: { inspectionId: saved.id } })
    },
  )
  if (options.data === undefined) return <FailureNotice error={options.error} />
  return (
    <form
      className="insp-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <h2>{text.plan}</h2>
      <p className="quiet">{text.planHint}</p>
      <fieldset className="insp-line">
        <legend>{text.fields.kind}</legend>
        {KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              checked={plan.kind === kind}
              onChange={() => change({ kind, draw: null, visits: plan.visits.filter(({ drawn }) => drawn === null) })}
            />
            {text.kinds[kind]} <small>{text.kindHints[kind]}</small>
          </label>
        ))}
      </fieldset>
      <div className="insp-fields">
        <label className="field">
          <span className="label">{text.fields.title}</span>
          <input
            className="input"
            required
            maxLength={100}
            value={plan.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        </label>
        <label className="field">
          <span className="label">{text.fields.topic}</span>
          <input
            className="input"
            required
            maxLength={100}
            value={plan.topic}
            onChange={(event) => change({ topic: event.target.value })}
          />
          <span className="hint">{text.topicHint}</span>
        </label>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="field">
            <span className="label">{text.fields[end]}</span>
            <input className="input" type="date" required value={plan[end]} onChange={(event) => change({ [end]: event.target.value })} />
          </label>
        ))}
      </div>
      <WordsField label={text.fields.purpose} rows={2} most={2000} value={plan.purpose} onChange={(purpose) => change({ purpose })} />
      <TeamEditor plan={plan} accounts={options.data.accounts} onChange={change} />
      <VisitsEditor plan={plan} orgs={options.data.orgs} draws={options.data.draws} onChange={change} />
      <ItemsEditor
        items={plan.items}
        templates={options.data.templates}
        refs={refs}
        onChange={(items) => change({ items })}
        onNamed={(commitment, words) => setRefs({ ...refs, [commitment]: words })}
      />
      {forecast.data === undefined ? null : <Forecast forecast={forecast.data} />}
      {forecast.data !== undefined && (forecast.data.beyond.year || forecast.data.beyond.units.length > 0 || plan.reasonOver !== '') ? (
        <WordsField
          label={text.fields.reasonOver}
          hint={text.reasonHint}
          rows={2}
          most={500}
          value={plan.reasonOver}
          onChange={(reasonOver) => change({ reasonOver })}
        />
      ) : null}
      <FailureNotice error={save.error} />
      <p className="insp-line">
        <button type="submit" className="button primary" disabled={save.isPending}>
          {text.save}
        </button>
      </p>
    </form>
  )
}

const KINDS: readonly InspectionKind[] = ['special', 'sample', 'interview']
