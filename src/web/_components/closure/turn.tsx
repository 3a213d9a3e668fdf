import type { ClosureView } from '#contract/closure.ts'
import { useClosureText } from './use-text.ts'

/** Whose turn it is, where that is not the level's own people: it never goes on silently. */
export function Turn({ view: { turn }, role }: { readonly view: ClosureView; readonly role: 'verify' | 'approve' }) {
  const text = useClosureText()
  if (turn === null || turn.kind === 'level') return null
  if (turn.kind === 'nobody') return <p className="notice warning">{text.nobody}</p>
  const isAbove = turn.kind === 'above' && (turn.post === 'office' || turn.post === 'leader')
  return <p className="notice">{isAbove ? text.above(text.roles[role], text.posts[turn.post]) : text.meetingDecides}</p>
}
