import { useState } from 'react'
import type { InspectionView } from '#contract/inspection.ts'
import { keep, readKept } from '#web/_lib/kept.ts'
import { useSession } from '#web/_lib/session.ts'
import { FailureNotice } from './failure-notice.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { tickPlaces } from './photo-places.ts'
import { TickItem } from './tick-item.tsx'
import { usePhotoQueue } from './use-photo-queue.ts'
import { useInspectionText } from './use-text.ts'
import { tickKey, useTicks } from './use-ticks.ts'

/** 检查清单 of one visit at a time: ticked on the spot, or what was seen. */
export function Checklist({ inspection }: { readonly inspection: InspectionView }) {
  const text = useInspectionText()
  const { id, visits, items, answers, enters } = inspection
  const account = useSession().data?.accountId ?? ''
  const [chosen, setChosen] = useState(() => readKept(account, `inspection-visit:${id}`))
  const [noting, setNoting] = useState<{ readonly item: string } | null>(null)
  const [taken, setTaken] = useState<Readonly<Record<string, string>>>({})
  const { ticks, error, send, set, addPhoto, drop } = useTicks(inspection)
  const places = tickPlaces(id)
  const queue = usePhotoQueue(places, (place, { evidence, name }) => {
    setTaken((before) => ({ ...before, [evidence]: name }))
    addPhoto(place.slice(places.length), evidence)
  })
  const visit = visits.find((each) => each.id === chosen) ?? visits[0]
  if (items.length === 0 || visit === undefined) return null
  const doneOf = (visitId: string): number =>
    new Set([...answers, ...Object.values(ticks)].filter((each) => each.visit === visitId).map(({ item }) => item)).size
  const unsent = Object.values(ticks).length
  const files = queue.waiting.length
  return (
    <section className="insp-checklist">
      <h2>{text.items}</h2>
      <p className="insp-line">
        <label className="insp-choose">
          {text.chooseVisit}
          <select
            className="input"
            value={visit.id}
            onChange={({ target: { value } }) => {
              keep(account, `inspection-visit:${id}`, value)
              setChosen(value)
            }}
          >
            {visits.map((each) => (
              <option key={each.id} value={each.id}>
                {each.orgName} {each.drawn ?? ''} ({text.done(doneOf(each.id), items.length)})
              </option>
            ))}
          </select>
        </label>
        {enters ? (
          <span role="status" className={unsent + files > 0 ? 'insp-unsent' : 'quiet'}>
            {[unsent > 0 ? text.unsent(unsent) : '', files > 0 ? text.unsentFiles(files) : '']
              .filter((words) => words !== '')
              .map((words) => `⚠ ${words}`)
              .join(' ') || `✓ ${text.sent}`}
          </span>
        ) : null}
        {enters && unsent + files > 0 ? (
          <button type="button" className="button small" onClick={() => void Promise.all([send(), queue.send()])}>
            {text.retry}
          </button>
        ) : null}
      </p>
      {unsent > 0 ? <FailureNotice error={error} /> : null}
      <ol className="insp-ticks">
        {items.map((item) => {
          const key = tickKey({ visit: visit.id, item: item.id })
          return (
            <TickItem
              key={key}
              visit={visit.id}
              item={item}
              answered={answers.find((each) => tickKey(each) === key)}
              tick={ticks[key]}
              names={taken}
              queue={queue}
              place={`${places}${key}`}
              enters={enters}
              onSet={set}
              onDrop={drop}
              onNote={inspection.notes ? () => setNoting({ item: item.id }) : null}
            />
          )
        })}
      </ol>
      {noting === null ? null : (
        <NoteDialog
          inspection={inspection}
          visit={visit.id}
          item={noting.item}
          unsent={ticks[tickKey({ visit: visit.id, item: noting.item })]}
          onClose={() => setNoting(null)}
        />
      )}
    </section>
  )
}
