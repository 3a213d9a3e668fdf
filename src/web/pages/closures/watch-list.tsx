import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { stageWords } from '#web/_components/closure/stage-words.ts'
import { useClosureFailure, useClosureText } from '#web/_components/closure/use-text.ts'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { useMay } from '#web/_lib/may.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'

type Watched = Awaited<ReturnType<typeof client.closure.watch>>['items'][number]

/** 回头看: what is closed and is looked at again, what is due first. */
export function WatchList() {
  const text = useText<Text>({ zh, en })
  const closureText = useClosureText()
  const failureText = useClosureFailure()
  const mayWatch = useMay('closure:watch')
  const [asked, setAsked] = useState<Watched | null>(null)
  const { data, error } = useQuery({ queryKey: ['closures', 'watch'], queryFn: () => client.closure.watch() })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  if (data.items.length === 0) return <p className="quiet">{text.none.watch}</p>
  return (
    <>
      <p className="quiet">{text.watch.intro(data.everyDays)}</p>
      <ul className="closures-rows">
        {data.items.map((row) => (
          <li key={row.id}>
            <div className="closures-line">
              <Link to="/commitments/$id" params={{ id: row.commitment }} className="closures-ref">
                {row.ref}
              </Link>
              <span lang="zh-CN" className="closures-sentence">
                {row.sentence}
              </span>
              {row.isDue ? <strong className="closures-due">{text.watch.isDue(row.due)}</strong> : <span>{text.watch.due(row.due)}</span>}
              <span className="quiet">
                {[
                  stageWords(row, closureText),
                  text.watch.closedOn(row.closedOn),
                  text.watch.looks(row.looks),
                  row.last === null ? '' : text.watch.last(row.last.on, row.last.by),
                  row.reopened === 0 ? '' : closureText.reopened(row.reopened),
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
              {mayWatch ? (
                <button type="button" className="button" onClick={() => setAsked(row)}>
                  {text.watch.act}
                </button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {asked === null ? null : <CheckDialog row={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function CheckDialog({ row, onClose }: { readonly row: Watched; readonly onClose: () => void }) {
  const text = useText<Text>({ zh, en })
  const closureText = useClosureText()
  const failureText = useClosureFailure()
  const [on, setOn] = useState('')
  const [outcome, setOutcome] = useState<'kept' | 'relapsed'>('kept')
  const [note, setNote] = useState('')
  const send = useAct(['closures'], () => client.closure.check({ id: row.id, version: row.version, on, outcome, note }), onClose)
  return (
    <FormDialog
      title={`${text.watch.act} ${row.ref}`}
      cancel={closureText.cancel}
      submit={closureText.confirm}
      className="closure-form"
      act={send}
      failureText={failureText}
      onClose={onClose}
    >
      <Field label={text.watch.on} type="date" required value={on} onChange={(event) => setOn(event.target.value)} />
      <fieldset className="closures-outcomes">
        <legend className="label">{text.watch.outcome}</legend>
        {(['kept', 'relapsed'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name="outcome" checked={outcome === each} onChange={() => setOutcome(each)} />
            {text.watch.outcomes[each]}
          </label>
        ))}
      </fieldset>
      <WordsField label={text.watch.note} rows={3} most={2000} value={note} onChange={setNote} />
    </FormDialog>
  )
}
