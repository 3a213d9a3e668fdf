import type { HomeItem } from '#contract/home.ts'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { PathLink, pathTo } from '#web/_components/path-link.tsx'
import { daysBetween } from './model/days.ts'
import type { Text } from './text.zh.ts'
import { useText } from './use-text.ts'

interface ItemRowProps {
  readonly item: HomeItem
  readonly asOf: string
  /** Whether whoever sees it enters facts for it. */
  readonly mayEnter: boolean
}

/** One commitment: its light, what it asks, what is done and owed, until when, and the button to enter a fact. */
export function ItemRow({ item, asOf, mayEnter }: ItemRowProps) {
  const text = useText()
  const isDone = item.light === 'done' || item.light === 'waived'
  return (
    <li className={`item ${item.light ?? 'undefined'}`}>
      <span className="state">
        {item.light === null ? <span className="undefined-mark">{text.notDefined}</span> : <LightMark light={item.light} />}
      </span>
      <div className="what">
        <PathLink href={pathTo(`/commitments/${item.commitment}`)}>{item.sentence}</PathLink>
        <span className="about">
          <span className="ref">{item.ref}</span>
          {item.role === 'self' ? item.subject : item.role === 'support' ? text.supports(item.units) : item.units}
        </span>
      </div>
      <Figures item={item} text={text} />
      <span className="due">{item.dueBy === null || isDone ? null : <Due on={item.dueBy} asOf={asOf} text={text} />}</span>
      {mayEnter && !isDone && item.light !== null ? (
        <PathLink
          href={pathTo('/records/new', { register: item.register, commitment: item.commitment, on: asOf })}
          className="button small enter"
          aria-label={text.enterFor(item.ref)}
        >
          {text.enter}
        </PathLink>
      ) : null}
    </li>
  )
}

function Figures({ item, text }: { readonly item: HomeItem; readonly text: Text }) {
  const { required, actual, owed, unit, subjects, met } = item
  if (item.light === null) return <span className="figures quiet">{item.indicator}</span>
  return (
    <span className="figures">
      {subjects > 1 ? (
        <span>{text.metOf(met, subjects)}</span>
      ) : required === null ? (
        <span>{item.indicator}</span>
      ) : (
        <span>
          {text.done} <b>{actual ?? '0'}</b> / {required} {unit}
        </span>
      )}
      {owed === null || Number(owed) === 0 || item.light === 'done' ? null : <span className="owed">{text.owes(owed, unit)}</span>}
    </span>
  )
}

function Due({ on, asOf, text }: { readonly on: string; readonly asOf: string; readonly text: Text }) {
  const days = daysBetween(asOf, on)
  return (
    <>
      <time dateTime={on}>{text.until(on, on.slice(0, 4) === asOf.slice(0, 4))}</time>
      <span className={days < 0 ? 'late' : 'left'}>{days < 0 ? text.late(-days) : text.left(days)}</span>
    </>
  )
}
