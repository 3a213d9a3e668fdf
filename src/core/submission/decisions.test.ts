import { describe, expect, test } from 'vitest'
import { Day } from '#core/day/day.ts'
import { confirmSubLedger, submissionState, type SubLedgerStanding } from './decisions.ts'

const standing: SubLedgerStanding = { last: Day.parse('2026-09-30'), rows: 3, digest: 'a', openDifferences: 0 }
const [during, after] = [Day.parse('2026-09-30'), Day.parse('2026-10-01')]

describe('the confirmation of a quarter', () => {
  test.for<[string, Partial<SubLedgerStanding>, { readonly digest: string } | null, Day, string]>([
    ['on its last day', {}, null, during, 'running'],
    ['that is over', {}, null, after, 'waiting'],
    ['with an open difference', { openDifferences: 1 }, { digest: 'a' }, after, 'differing'],
    ['that was given', {}, { digest: 'a' }, after, 'confirmed'],
    ['that was given for other figures', {}, { digest: 'b' }, after, 'changed'],
  ])('%s', ([, given, confirmed, today, state]) => {
    expect(submissionState({ ...standing, ...given }, confirmed, today)).toBe(state)
  })
})

describe('a unit confirms', () => {
  test.for<[string, Partial<SubLedgerStanding>, { readonly digest: string } | null, string, Day, string | null]>([
    ['what it saw', {}, null, 'a', after, null],
    ['once more what has changed', {}, { digest: 'b' }, 'a', after, null],
    ['before the quarter is over', {}, null, 'a', during, 'quarter-runs'],
    ['with open differences', { openDifferences: 2 }, null, 'a', after, 'differences-open'],
    ['twice', {}, { digest: 'a' }, 'a', after, 'confirmed-already'],
    ['figures it has not seen', {}, null, 'b', after, 'figures-moved'],
    ['nothing', { rows: 0 }, null, 'a', after, 'nothing-in-ledger'],
  ])('%s', ([, given, confirmed, seen, today, refusal]) => {
    const outcome = confirmSubLedger({ ...standing, ...given }, { confirmed, seen, today })
    expect(outcome.ok ? null : outcome.refusal.code).toBe(refusal)
  })
})
