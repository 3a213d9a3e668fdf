import * as z from 'zod'
import { InspectionFindingView, InspectionView } from '#contract/inspection.ts'
import type { World } from '#test/leakage/build.ts'

const OFFICE = 0
const INSPECTED = 2
const ASKED = 3

/** Words for something of an inspection: for its team, for leaders unless said otherwise, and for these orgs. */
type Told = (orgs: readonly number[], rest?: { readonly leading: boolean }) => string

/** An inspection to be made: who leads it, by the number of the account; which orgs it visits; what it looks at. */
interface Wish {
  readonly lead: number
  readonly inspected: readonly number[]
  readonly commitments: readonly string[]
  readonly told: Told
}

/**
 * 督查 of the unit of an account and of the org that is none of the units': what was seen, what people said, one finding that the unit was told of, one that it was
 * not, and one that was taken back before; and 举一反三 that asks others.
 */
export async function buildInspection(world: World): Promise<void> {
  const { drawn, ids, planted } = world
  const { inspector } = drawn
  const orgOf = (account: number): number => drawn.people[drawn.accounts[account]?.person ?? -1]?.org ?? 0
  const [unit, other] = [orgOf(INSPECTED), drawn.parents.length - 1]
  const told: Told = (orgs, { leading } = { leading: true }) =>
    `已经说明清楚了${planted.word({ of: 'told', leading, accounts: [inspector], orgs })}`
  const wish = { lead: inspector, inspected: [unit, other], commitments: ids.commitments.slice(-1), told }
  const id = await draftOne(world, wish)
  ids.inspections.push(id)
  await begin(world, wish, id)
  for (const org of wish.inspected) {
    await look(world, wish, { id, org })
    for (const isTold of [true, false]) ids.findings.push(await find(world, wish, { id, org, isTold }))
    await takeBack(world, wish, await find(world, wish, { id, org, isTold: false }))
  }
  await askOthers(world, { finding: ids.findings[3] ?? '', asked: [unit, orgOf(ASKED)], reason: planted.word({ of: 'office' }) })
}

/** Drafts the plan of an inspection; gives its id. */
export async function draftOne({ ids, ask }: World, { lead, inspected, commitments, told }: Wish): Promise<string> {
  const plan = {
    kind: 'special',
    title: told(inspected),
    topic: told(inspected),
    purpose: told(inspected),
    from: '2026-03-02',
    to: '2026-03-06',
    draw: null,
    lead: ids.accounts[lead],
    members: [],
    visits: inspected.map((org) => ({ org: ids.orgs[org], drawn: null, from: '2026-03-02', to: '2026-03-02', people: 2, minutes: 30 })),
    items: [{ words: told(inspected), lookAt: told(inspected), commitments }],
    reasonOver: told([]),
  }
  return InspectionView.parse(await ask(OFFICE, 'POST', '/inspections', { plan })).id
}

/** Files an inspection and begins it. */
export async function begin({ ask }: World, { lead, told }: Wish, id: string): Promise<void> {
  for (const [account, act] of [
    [OFFICE, 'file'],
    [lead, 'begin'],
  ] as const) {
    const { version } = InspectionView.parse(await ask(OFFICE, 'GET', `/inspections/${id}`))
    const words = { note: told([]), summary: told([]), suggestions: told([]) }
    await ask(account, 'POST', `/inspections/${id}/acts`, { version, act, ...words })
  }
}

/** What is seen with an org and what somebody says there. */
export async function look(world: World, { lead, told }: Wish, { id, org }: { readonly id: string; readonly org: number }): Promise<void> {
  const { visit, item } = await visitOf(world, id, org)
  const answer = { visit, item, version: 0, answer: 'unmet', note: told([org]), photos: [] }
  await world.ask(lead, 'PUT', `/inspections/${id}/answers`, answer)
  const said = { visit, on: '2026-03-02', people: 1, words: told([], { leading: false }), speaker: '', agreed: false }
  await world.ask(lead, 'POST', `/inspections/${id}/talks`, said)
}

/** Notes what was found with an org, and tells it or does not; gives the finding. */
export async function find(
  world: World,
  { lead, told }: Wish,
  { id, org, isTold }: { readonly id: string; readonly org: number; readonly isTold: boolean },
): Promise<string> {
  const { visit } = await visitOf(world, id, org)
  const own = (): string => told(isTold ? [org] : [])
  const noted = { visit, item: null, words: own(), demand: own(), dueOn: '2026-03-20', photos: [] }
  const finding = InspectionFindingView.parse(await world.ask(lead, 'POST', `/inspections/${id}/findings`, noted))
  const raise = { version: finding.version, act: 'raise', note: own(), photos: [] }
  if (isTold) await world.ask(lead, 'POST', `/inspection-findings/${finding.id}/acts`, raise)
  return finding.id
}

/** Takes back a finding that nobody was told of. */
export async function takeBack(world: World, { lead, told }: Wish, finding: string): Promise<void> {
  world.ids.findings.push(finding)
  await world.ask(lead, 'POST', `/inspection-findings/${finding}/acts`, { version: 1, act: 'withdraw', note: told([]), photos: [] })
}

async function visitOf({ ids, ask }: World, id: string, org: number) {
  const { visits, items } = InspectionView.parse(await ask(OFFICE, 'GET', `/inspections/${id}`))
  return { visit: visits.find((each) => each.org === ids.orgs[org])?.id ?? '', item: items[0]?.id ?? '' }
}

const Id = z.object({ id: z.string() })

/** 举一反三 of what was found with one: others that are asked learn what is asked of them, not where it was found. `reason`: for the office alone. */
async function askOthers(
  { ids, ask, planted: { word } }: World,
  { finding, asked, reason }: { readonly finding: string; readonly asked: readonly number[]; readonly reason: string },
): Promise<void> {
  const { id } = Id.parse(
    await ask(OFFICE, 'POST', '/similar-case-reviews', {
      source: { kind: 'inspection-finding', finding },
      words: `请对照检查本单位有没有同样的情形${word({ of: 'told', leading: false, accounts: [], orgs: asked })}`,
      orgs: [...new Set(asked)].map((org) => ids.orgs[org]),
      minutes: 20,
      dueOn: '2026-03-20',
      reasonOver: `还要再问一次的理由${reason}`,
    }),
  )
  ids.reviews.push(id)
}
