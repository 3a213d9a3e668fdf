import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FindingView } from '#contract/finding.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { useFindingsFailure, useFindingsText } from './use-text.ts'

interface DecisionProps {
  readonly finding: FindingView
  readonly onClose: () => void
}

/** 领导小组会议决定: which meeting, what it decided, and in which words. */
export function DecisionDialog({ finding: { planId, key, version }, onClose }: DecisionProps) {
  const text = useFindingsText()
  const failureText = useFindingsFailure()
  const [kind, setKind] = useState<'close' | 'return'>('close')
  const [register, setRegister] = useState('')
  const [meeting, setMeeting] = useState('')
  const [words, setWords] = useState('')
  const registers = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list() })
  const records = useQuery({
    queryKey: ['records', 'meetings', register],
    enabled: register !== '',
    queryFn: () => client.record.window({ register, states: ['submitted', 'accepted'], offset: 0, limit: 50 }),
  })
  const send = useAct(['findings'], () => client.finding.decide({ planId, finding: key, version, kind, words, meeting }), onClose)
  const rows = records.data?.rows ?? []
  return (
    <FormDialog
      title={text.decide}
      cancel={text.cancel}
      submit={text.confirm}
      className="findings-form"
      act={send}
      failureText={failureText}
      onClose={onClose}
    >
      <p className="quiet">{text.decideHint}</p>
      <fieldset>
        <legend className="label">{text.decision}</legend>
        {(['close', 'return'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="kind" checked={kind === each} onChange={() => setKind(each)} />
            {text.decisions[each]}
          </label>
        ))}
      </fieldset>
      <label className="field">
        <span className="label">{text.register}</span>
        <select
          className="input"
          value={register}
          onChange={(event) => {
            setRegister(event.target.value)
            setMeeting('')
          }}
        >
          <option value="">{text.choose}</option>
          {registers.data?.registers.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{text.record}</span>
        <select className="input" required value={meeting} onChange={(event) => setMeeting(event.target.value)}>
          <option value="">{text.choose}</option>
          {rows.map(({ id, occurredOn, values }) => (
            <option key={id} value={id}>
              {[occurredOn.from, ...Object.values(values).filter((value) => typeof value === 'string')].join(' ').slice(0, 80)}
            </option>
          ))}
        </select>
      </label>
      {records.data !== undefined && rows.length === 0 ? (
        <p className="quiet">
          {text.noRecords}{' '}
          <Link to="/records/new" search={{ register }}>
            {text.enterMeeting}
          </Link>
        </p>
      ) : null}
      <WordsField label={text.decided} rows={3} most={4000} value={words} onChange={setWords} />
    </FormDialog>
  )
}
