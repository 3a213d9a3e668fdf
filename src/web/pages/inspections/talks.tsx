import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { useInspectionAct } from './use-act.ts'
import { useInspectionText } from './use-text.ts'

/** 访谈记录: what was said, and by how many; by whom only where they agreed. */
export function Talks({ inspection: { id, visits, talks, asOf, enters } }: { readonly inspection: InspectionView }) {
  const text = useInspectionText()
  const [words, setWords] = useState('')
  const [visit, setVisit] = useState(visits[0]?.id ?? '')
  const [people, setPeople] = useState('1')
  const [on, setOn] = useState<string>(asOf)
  const [agreed, setAgreed] = useState(false)
  const [speaker, setSpeaker] = useState('')
  const add = useInspectionAct(
    () => client.inspection.talk({ id, visit, on, people: Number(people), words, speaker: agreed ? speaker : '', agreed }),
    () => {
      setWords('')
      setSpeaker('')
      setAgreed(false)
    },
  )
  if (!enters && talks.length === 0) return null
  return (
    <section>
      <h2>{text.talks}</h2>
      <p className="quiet">{text.talksHint}</p>
      <ul className="insp-cards">
        {talks.map((talk) => (
          <li key={talk.id}>
            <p className="quiet">
              {visits.find((each) => each.id === talk.visit)?.orgName} · {text.talkLine(talk.on, talk.people, talk.speaker)}
            </p>
            <p className="insp-words">{talk.words}</p>
          </li>
        ))}
      </ul>
      {enters ? (
        <form
          className="insp-form"
          onSubmit={(event) => {
            event.preventDefault()
            add.mutate()
          }}
        >
          <div className="insp-fields">
            <label className="field">
              <span className="label">{text.finding.unit}</span>
              <select className="input" value={visit} onChange={(event) => setVisit(event.target.value)}>
                {visits.map(({ id: each, orgName, drawn }) => (
                  <option key={each} value={each}>
                    {orgName} {drawn ?? ''}
                  </option>
                ))}
              </select>
            </label>
            <label className="field">
              <span className="label">{text.talk.on}</span>
              <input className="input" type="date" required value={on} max={asOf} onChange={(event) => setOn(event.target.value)} />
            </label>
            <label className="field">
              <span className="label">{text.talk.people}</span>
              <input
                className="input"
                type="number"
                min={1}
                max={1000}
                required
                value={people}
                onChange={(event) => setPeople(event.target.value)}
              />
            </label>
          </div>
          <WordsField label={text.talk.words} rows={4} most={5000} isRequired value={words} onChange={setWords} />
          <label className="insp-line">
            <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
            {text.talk.agreed}
          </label>
          {agreed ? (
            <label className="field">
              <span className="label">{text.talk.speaker}</span>
              <input className="input" maxLength={60} value={speaker} onChange={(event) => setSpeaker(event.target.value)} />
            </label>
          ) : null}
          <FailureNotice error={add.error} />
          <p>
            <button type="submit" className="button" disabled={add.isPending}>
              {text.addTalk}
            </button>
          </p>
        </form>
      ) : null}
    </section>
  )
}
