import type { Day } from '#core/day/day.ts'
import { draftOutline } from '#compiler/draft/draft-outline.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'

/** The commitments of a line that stands alone in a plan of the given day, as the text of one measure. */
export function draftLine(
  text: string,
  role: 'action' | 'objective' | 'timeLimit' = 'action',
  day = '2026-01-20',
): readonly DraftCommitment[] {
  const head = `（${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日通过）\n`
  const span = { start: head.length, end: head.length + text.length }
  const clause = { id: 'c1', kind: 'measure', marker: '', title: '', span, parent: null } as const
  const outline = {
    title: '',
    clauses: [clause],
    passages: [{ span, clause: 'c1', role, column: null }],
    responsibilities: new Map(),
    answered: [],
    asides: [],
  }
  return draftOutline({ text: head + text, blocks: [], revisions: [] }, outline).commitments
}

/** What was read, one line each: `count year >= 12 次`, `deadline once <= 2026-06-30`. Promises in words alone are left out. */
export function readLine(text: string, role?: 'action' | 'objective' | 'timeLimit', day?: Day): string[] {
  return draftLine(text, role, day)
    .filter(({ reading }) => reading.kind !== 'achieved' && reading.kind !== 'undefined')
    .map(({ reading }) => {
      const { kind, period, comparator, value, upper, unit, deadline } = reading
      const { unit: window, every } = period.value
      const words = [
        kind,
        every === 1 ? window : `${window}×${every}`,
        comparator?.value,
        value?.value,
        upper?.value,
        unit?.value,
        deadline?.value,
      ]
      return words.filter((word) => word !== undefined).join(' ')
    })
}
