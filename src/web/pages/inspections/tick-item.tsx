import type { InspectionView } from '#contract/inspection.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { PhotoInput } from './photo-input.tsx'
import { PhotoLinks } from './photo-links.tsx'
import { Promises } from './promises.tsx'
import { StateMark } from './state-mark.tsx'
import { useInspectionText } from './use-text.ts'
import type { PhotoQueue } from './use-photo-queue.ts'
import type { Tick } from './use-ticks.ts'

type Answered = InspectionView['answers'][number]

interface TickProps {
  readonly visit: string
  readonly item: InspectionView['items'][number]
  readonly answered: Answered | undefined
  readonly tick: Tick | undefined
  /** Names of files that were taken since the page was opened. */
  readonly names: Readonly<Record<string, string>>
  readonly queue: PhotoQueue
  readonly place: string
  readonly enters: boolean
  readonly onSet: (tick: Omit<Tick, 'trouble'>) => void
  readonly onDrop: (tick: Pick<Tick, 'visit' | 'item'>) => void
  readonly onNote: (() => void) | null
}

const CHOICES = ['met', 'unmet', 'not-applicable', 'to-verify'] as const
const TONES = { met: 'done', unmet: 'bad', 'not-applicable': 'off', 'to-verify': 'wait' } as const

/** One thing that is looked at: the promise behind it, what the records say, what was seen. */
export function TickItem({ visit, item, answered, tick, names: taken, queue, place, enters, onSet, onDrop, onNote }: TickProps) {
  const text = useInspectionText()
  const stands = tick ?? answered
  const photos = tick?.photos ?? answered?.photos.map(({ evidence }) => evidence) ?? []
  const names = new Map([...(answered?.photos ?? []).map(({ evidence, name }) => [evidence, name] as const), ...Object.entries(taken)])
  const change = (some: Partial<Tick>): void => {
    const answer = some.answer ?? stands?.answer ?? 'to-verify'
    onSet({ visit, item: item.id, version: answered?.version ?? 0, answer, note: stands?.note ?? '', photos, ...some })
  }
  return (
    <li className={tick === undefined ? '' : 'unsent'}>
      <p className="insp-what">{item.words}</p>
      {item.lookAt === '' ? null : <p className="quiet">{item.lookAt}</p>}
      <Promises promises={item.promises} />
      {enters ? (
        <>
          <div className="insp-choices" role="radiogroup" aria-label={item.words}>
            {CHOICES.map((answer) => (
              <label key={answer} className={`insp-choice ${TONES[answer]} ${stands?.answer === answer ? 'chosen' : ''}`}>
                <input type="radio" name={`${visit} ${item.id}`} checked={stands?.answer === answer} onChange={() => change({ answer })} />
                {text.answers[answer]}
              </label>
            ))}
          </div>
          <label className="insp-note">
            <span className="label">{text.note}</span>
            <textarea
              className="input"
              rows={1}
              maxLength={2000}
              value={stands?.note ?? ''}
              onChange={(event) => change({ note: event.target.value })}
            />
          </label>
          <div className="insp-line">
            <PhotoInput queue={queue} place={place} />
            <PhotoLinks photos={photos.map((evidence) => ({ evidence, name: names.get(evidence) ?? '' }))} />
            {onNote === null || stands?.answer !== 'unmet' ? null : (
              <button type="button" className="button small" onClick={onNote}>
                {text.toFinding}
              </button>
            )}
          </div>
          {tick?.trouble === 'conflict' && answered !== undefined ? (
            <p className="notice error" role="alert">
              {text.conflict(answered.by, text.answers[answered.answer], answered.note)}{' '}
              <button type="button" className="button small" onClick={() => change({})}>
                {text.keepMine}
              </button>{' '}
              <button type="button" className="button small" onClick={() => onDrop({ visit, item: item.id })}>
                {text.keepTheirs}
              </button>
            </p>
          ) : null}
        </>
      ) : answered === undefined ? null : (
        <p>
          <StateMark tone={TONES[answered.answer]} words={text.answers[answered.answer]} /> {answered.note}{' '}
          <PhotoLinks photos={answered.photos} />
        </p>
      )}
      {answered === undefined ? null : <p className="quiet">{text.answeredBy(answered.by, momentText(answered.at))}</p>}
    </li>
  )
}
