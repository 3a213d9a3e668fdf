import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isDeepStrictEqual } from 'node:util'
import { PlanView } from '#contract/plan.ts'
import { standingOn } from '#test/year/fact.ts'
import { type Expected, expectOn } from '#test/year/oracle.ts'
import { examplePromises } from '#test/year/example-oracle.ts'
import { shownOf } from '#test/year/shown.ts'
import { define, namesNow } from '#test/year/fill.ts'
import { exampleDefinitions } from '#test/year/example-definitions.ts'
import { generateYear } from '#test/year/generate.ts'
import { startYearCourt } from '#test/year/year-court.ts'

const file = path.resolve(import.meta.dirname, '../../../shared/example/court-plan.txt')
const isShared = existsSync(file)
if (!isShared) console.warn('skipped: the example plan in ../shared is not here')

test.skipIf(!isShared)('try', { timeout: 600_000 }, async () => {
  const t0 = Date.now()
  const lap = (what: string) => console.log(what, Date.now() - t0)
  const court = await startYearCourt('2026-01-31')
  const planId = await court.importPlan('court-plan.txt', readFileSync(file))
  lap('imported')
  await court.answer(planId, ({ code, refs }) => {
    switch (code) {
      case 'in-force':
        return { kind: 'interval', from: '2026-01-31', to: '2026-12-31' }
      case 'year-meaning':
        return { kind: 'choice', value: 'calendar' }
      case 'first-period':
        return { kind: 'choice', value: 'pro-rata' }
      case 'immediate-limit':
        return { kind: 'days', days: 30 }
      case 'due-on':
        return { kind: 'day', day: '2026-12-31' }
      case 'each-or-whole':
        return { kind: 'choice', value: 'per-member' }
      case 'pairs-or-total':
        return { kind: 'choice', value: 'pairs' }
      case 'one-or-both':
        return { kind: 'choice', value: refs.includes('2-1-2') ? 'both' : 'one' }
      case 'population':
        return refs.includes('4-2-3') ? null : { kind: 'words', text: '名册所列全部' }
      case 'base-period':
        return { kind: 'words', text: '2025年' }
      default:
        return null
    }
  })
  await court.ask('POST', `/plans/${planId}/confirm`, { clause: null })
  lap('confirmed')
  const open = await define(court.ask, planId, exampleDefinitions(await namesNow(court.ask)), await namesNow(court.ask))
  lap('defined')
  console.log(JSON.stringify([...open]))
  const facts = generateYear(20_260_131)
  const { commitments } = PlanView.parse(await court.ask('GET', `/plans/${planId}`))
  const wrong: unknown[] = []
  const inForce = { from: '2026-01-31', to: '2026-12-31' }
  await court.live(facts, ['2026-03-31', '2026-06-30', '2026-09-15', '2026-12-31', '2027-01-08'], async (day, entered) => {
    lap(day)
    const known = standingOn(facts, day)
    for (const promised of examplePromises) {
      const id = commitments.find(({ ref }) => ref === promised.ref)?.id ?? ''
      const shown = (await shownOf(court.ask, entered, id)).toSorted(byName)
      const expected = expectOn(promised, inForce, known, day).toSorted(byName)
      if (!isDeepStrictEqual(shown, expected)) {
        wrong.push(promised.c)
        console.log(day, promised.c, shown.length, expected.length)
        for (let at = 0, said = 0; at < Math.max(shown.length, expected.length) && said < 2; at += 1)
          if (!isDeepStrictEqual(shown[at], expected[at])) {
            said += 1
            console.log(' shown   ', JSON.stringify(shown[at]), '\n expected', JSON.stringify(expected[at]))
          }
      }
    }
  })
  const compared = await court.compare()
  lap('compared')
  console.log(JSON.stringify(compared), wrong.length)
  expect(compared.differing).toEqual([])
  await court.server.close()
})
function byName(a: Expected, b: Expected): number {
  const [left, right] = [`${a.from} ${a.who}`, `${b.from} ${b.who}`]
  return left < right ? -1 : left > right ? 1 : 0
}
