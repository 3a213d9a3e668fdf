import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { useMoment } from './moment.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './moment.css'

/** As of which day, and as known when, figures stand, as the server says it. */
export interface Stood {
  readonly asOf: string
  readonly knownAt: string | null
  readonly progress: number | null
  readonly rolled: number | null
}

/** Says that another moment than now is shown, which, and how far it is worked out; nothing where it is now. `stood`: as the server says, where it does. */
export function MomentNotice({ stood = null }: { readonly stood?: Stood | null }) {
  const text = useText<Text>({ zh, en })
  const { moment, isPast, go } = useMoment()
  if (stood !== null && stood.progress !== null)
    return (
      <p className="moment-notice" role="status">
        <progress max={100} value={stood.progress} />
        {text.working(stood.progress)}
      </p>
    )
  if (isPast) {
    const knownAt = moment.knownAt === null ? '' : momentText(moment.knownAt)
    return (
      <p className="moment-notice past" role="status">
        <strong>{text.past}</strong>
        {text.stood(stood?.asOf ?? moment.asOf ?? today(), knownAt)}
        <button type="button" className="button small" onClick={() => go({ asOf: null, knownAt: null })}>
          {text.today}
        </button>
      </p>
    )
  }
  return stood !== null && stood.asOf < today() ? (
    <p className="moment-notice" role="status">
      {stood.rolled === null ? null : <progress max={100} value={stood.rolled} />}
      {text.late(stood.asOf, stood.rolled)}
    </p>
  ) : null
}

/** A past day is asked for again until it is worked out. */
export function askAgain(stood: Stood | null | undefined): number | false {
  return typeof stood?.progress === 'number' ? 1000 : typeof stood?.rolled === 'number' ? 5000 : false
}

/** Today in China. */
function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
}
