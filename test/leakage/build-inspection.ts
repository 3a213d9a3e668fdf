import * as z from 'zod'
import { InspectionFindingView, InspectionView } from '#contract/inspection.ts'
import type { World } from '#test/leakage/build.ts'

const OFFICE = 0
const INSPECTED = 2
const ASKED = 3

/**
 * 督查 of the unit of an account and of the org that is none of the units': what was seen, what people said, one finding that the unit was told of and one that it was
 * not; and 举一反三 that asks others.
 */
export async function buildInspection(world: World): Promise<void> {
  const { drawn, ids, ask, planted } = world
  const { inspector } = drawn
  const orgOf = (account: number): number => drawn.people[drawn.accounts[account]?.person ?? -1]?.org ?? 0
  const [unit, other] = [orgOf(INSPECTED), drawn.parents.length - 1]
  const told = (orgs: readonly number[], { leading = true }: { leading?: boolean } = {}) =>
    `已经说明清楚了${planted.word({ of: 'told', leading, accounts: [inspector], orgs })}`
  const inspected = [unit, other]
  const plan = {
    kind: 'special',
    title: told(inspected),
    topic: told(inspected),
    purpose: told(inspected),
    from: '2026-03-02',
    to: '2026-03-06',
    draw: null,
    lead: ids.accounts[inspector],
    members: [],
    visits: inspected.map((org) => ({ org: ids.orgs[org], drawn: null, from: '2026-03-02', to: '2026-03-02', people: 2, minutes: 30 })),
    items: [{ words: told(inspected), lookAt: told(inspected), commitments: ids.commitments.slice(-1) }],
    reasonOver: told(inspected),
  }
  let seen = InspectionView.parse(await ask(OFFICE, 'POST', '/inspections', { plan }))
  const { id } = seen
  ids.inspections.push(id)
  const act = async (account: number, verb: string): Promise<void> => {
    const { version } = InspectionView.parse(await ask(OFFICE, 'GET', `/inspections/${id}`))
    const words = { note: told([]), summary: told([]), suggestions: told([]) }
    seen = InspectionView.parse(await ask(account, 'POST', `/inspections/${id}/acts`, { version, act: verb, ...words }))
  }
  await act(OFFICE, 'file')
  await act(inspector, 'begin')
  for (const org of inspected) {
    const { id: visit } = seen.visits.find((each) => each.org === ids.orgs[org]) ?? { id: '' }
    const answer = { visit, item: seen.items[0]?.id, version: 0, answer: 'unmet', note: told([org]), photos: [] }
    await ask(inspector, 'PUT', `/inspections/${id}/answers`, answer)
    const said = { visit, on: '2026-03-02', people: 1, words: told([], { leading: false }), speaker: '', agreed: false }
    await ask(inspector, 'POST', `/inspections/${id}/talks`, said)
    for (const isTold of [true, false]) {
      const own = (): string => told(isTold ? [org] : [])
      const noted = { visit, item: null, words: own(), demand: own(), dueOn: '2026-03-20', photos: [] }
      const finding = InspectionFindingView.parse(await ask(inspector, 'POST', `/inspections/${id}/findings`, noted))
      ids.findings.push(finding.id)
      if (isTold) {
        const raise = { version: finding.version, act: 'raise', note: own(), photos: [] }
        await ask(inspector, 'POST', `/inspection-findings/${finding.id}/acts`, raise)
      }
    }
  }
  await buildReview(world, [unit, orgOf(ASKED)])
}

const Id = z.object({ id: z.string() })

/** 举一反三 of what was found with the other: units that are asked learn what is asked of them, not where it was found. */
async function buildReview({ ids, ask, planted: { word } }: World, asked: readonly number[]): Promise<void> {
  const { id } = Id.parse(
    await ask(OFFICE, 'POST', '/similar-case-reviews', {
      source: { kind: 'inspection-finding', finding: ids.findings[2] },
      words: `请对照检查本单位有没有同样的情形${word({ of: 'told', leading: false, accounts: [], orgs: asked })}`,
      orgs: [...new Set(asked)].map((org) => ids.orgs[org]),
      minutes: 20,
      dueOn: '2026-03-20',
      reasonOver: `还要再问一次的理由${word({ of: 'office' })}`,
    }),
  )
  ids.reviews.push(id)
}
