import type { GrantRequest } from '#core/access/grant.ts'
import { Icon } from '#web/_components/icon.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import { usePostText } from '#web/_words/post/words.ts'
import type { Text } from './text.zh.ts'

interface GrantRowProps {
  readonly request: GrantRequest
  readonly text: Text
  /** The account of who looks at it. */
  readonly self: string
  readonly isBusy: boolean
  readonly onAct: (name: 'confirm' | 'decline' | 'withdraw') => void
}

/** One request: what would change, why, who asked, and what the viewer may do. */
export function GrantRow({ request, text, self, isBusy, onAct }: GrantRowProps) {
  const words = usePostText()
  const { kind, state, subjectName, former, value, reason } = request
  const wordOf = (name: string): string => {
    const all: Readonly<Record<string, string>> = kind === 'post' ? words.post : words.mark
    return all[name] ?? name
  }
  const isOwn = request.requestedBy === self
  return (
    <li className={state}>
      <div className="what">
        <strong>{subjectName}</strong>
        <span className="tag">{text.kind[kind]}</span>
        <span>
          {wordOf(former)} → <b>{wordOf(value)}</b>
        </span>
        {state === 'waiting' ? null : (
          <span className="state">
            {state === 'confirmed' ? <Icon name="check" /> : null}
            {text.state[state]}
          </span>
        )}
      </div>
      <p className="reason">
        {text.column.reason}：{reason}
      </p>
      <p className="quiet">
        {text.column.requested}：{request.requestedByName} · {momentText(request.requestedAt)}
        {request.decidedAt === null ? null : (
          <>
            {' '}
            · {text.column.decided}：{request.decidedByName} · {momentText(request.decidedAt)}
          </>
        )}
      </p>
      {state === 'waiting' ? (
        <div className="acts">
          {isOwn ? (
            <>
              <span className="quiet">{text.own}</span>
              <button type="button" className="button small" disabled={isBusy} onClick={() => onAct('withdraw')}>
                {text.withdraw}
              </button>
            </>
          ) : (
            <>
              <button type="button" className="button small primary" disabled={isBusy} onClick={() => onAct('confirm')}>
                {text.confirm}
              </button>
              <button type="button" className="button small danger" disabled={isBusy} onClick={() => onAct('decline')}>
                {text.decline}
              </button>
            </>
          )}
        </div>
      ) : null}
    </li>
  )
}
