import { Link } from '@tanstack/react-router'
import type { Register } from '#core/register/register.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useIsPast } from '#web/_lib/may.ts'
import { titleIn, whoIn } from './model/names.ts'
import type { Activity, RegistersView } from './use-registers.ts'
import { useRegistersText } from './use-text.ts'

interface RegisterRowProps {
  readonly register: Register
  readonly view: RegistersView
  /** Null while it is being read. */
  readonly activity: Activity | null
}

/** One register: what it is, what it holds this year, what is due, and the ways to its records, a new one and its definition. */
export function RegisterRow({ register, view, activity }: RegisterRowProps) {
  const text = useRegistersText()
  const language = useLanguage()
  const isPast = useIsPast()
  const { id, filing, sensitivity, isRetired, filledBy } = register
  const own = view.own.find((each) => each.id === id)
  return (
    <article className={`register ${isRetired ? 'retired' : ''}`} id={id}>
      <h3>
        <Link to="/registers/$registerId" params={{ registerId: id }} search={{}}>
          {titleIn(language, register)}
        </Link>
      </h3>
      <span className="chips">
        {isRetired ? <span className="chip retired">{text.retired}</span> : null}
        {own === undefined ? null : <span className="chip own">{own.isOfPack ? text.changed : text.added}</span>}
        {own?.hasPackMoved === true ? <span className="chip zero">{text.packMoved}</span> : null}
        {filing === null ? null : <span className="chip">{text.every(filing.every, filing.unit)}</span>}
        {filing?.zeroField == null ? null : <span className="chip zero">{text.zeroShort}</span>}
        {sensitivity === 'open' ? null : <span className="chip internal">{text.sensitivity[sensitivity]}</span>}
      </span>
      <span className="who" title={text.filledBy}>
        {whoIn(language, filledBy, view.pack.posts)}
      </span>
      <span className="state">
        {activity === null ? null : (
          <Link to="/registers/$registerId" params={{ registerId: id }} search={{}}>
            {text.records(activity.records)}
          </Link>
        )}
        {activity?.filing == null ? null : <Due filing={activity.filing} id={id} />}
      </span>
      <span className="ways">
        {isRetired || isPast ? null : (
          <Link className="button small" to="/records/new" search={{ register: id }}>
            {text.enter}
          </Link>
        )}
        <Link className="button small quiet" to="/registers/$register/definition" params={{ register: id }}>
          {text.definition}
        </Link>
      </span>
    </article>
  )
}

function Due({ filing: { missing, open, isAsked }, id }: { readonly filing: NonNullable<Activity['filing']>; readonly id: string }) {
  const text = useRegistersText()
  if (isAsked && missing === 0 && open === 0) return <span className="due none">{text.allFiled}</span>
  return (
    <Link
      className={`due ${missing > 0 ? 'missing' : 'open'}`}
      to="/registers/$register/definition"
      params={{ register: id }}
      hash="filing"
    >
      {!isAsked ? text.nobodyAsked : missing > 0 ? text.missing(missing) : text.toCome(open)}
    </Link>
  )
}
