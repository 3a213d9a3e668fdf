import * as z from 'zod'
import { ChangeView } from '#contract/change.ts'
import { DifficultyView } from '#contract/difficulty.ts'
import { DispatchView } from '#contract/dispatch.ts'
import type { DrawnWorld } from '#test/leakage/draw.ts'
import { mayKnow } from '#test/leakage/oracle.ts'
import type { World } from '#test/leakage/build.ts'

const OFFICE = 0
const LEADER = 1
const UNITS = [2, 3]

type Ask = World['ask']

/** What is done about commitments between the plan and their end: 认领 and 分办, 进展情况, 困难问题, 变更, 催办, with a word of its own wherever one can be written. */
export async function buildWork(world: World): Promise<void> {
  const { drawn, ids, ask } = world
  const confirmed = [...drawn.commitments.keys()].filter((n) => drawn.commitments[n]?.isConfirmed)
  for (const n of confirmed) await dispatch(world, n)
  for (const n of drawn.difficulties.keys()) await raise(world, n)
  for (const n of confirmed) {
    const own = ownWords(world, n)
    await report(world, n)
    await change(world, n, n % 3)
    // what is done already needs none
    await remind(ask, ids.commitments[n] ?? '', own('提醒'))
  }
  for (const plan of ids.plans.keys()) await lead(world, plan)
}

/** 变更 that is still under way, of what can still be changed. */
export async function buildRunning(world: World): Promise<void> {
  const { drawn } = world
  for (const n of drawn.commitments.keys())
    // those whose closure was sent back
    if (drawn.commitments[n]?.isConfirmed && !drawn.commitments[n].isClosing && n % 3 === 0) await change(world, n, 3)
}

function ownWords({ planted: { word } }: World, commitment: number): (what: string) => string {
  return (what) => `${what}的话要说得清楚一些${word({ of: 'commitment', commitment })}`
}

/** Who of the units may know a commitment and has an org to speak for; else the office. */
function speakerOf(drawn: DrawnWorld, commitment: number): { readonly by: number; readonly org: number } {
  const by = UNITS.find((account) => mayKnow(drawn, account, { of: 'commitment', commitment })) ?? OFFICE
  return { by, org: drawn.people[drawn.accounts[by]?.person ?? -1]?.org ?? 0 }
}

/** 分办 as it was drawn, each step with its reason. */
async function dispatch(world: World, n: number): Promise<void> {
  const { drawn, ids, ask } = world
  const course = drawn.commitments[n]?.course
  if (course === undefined || course.kind === 'none') return
  const own = ownWords(world, n)
  const commitment = ids.commitments[n] ?? ''
  const supporting = course.support === null ? [] : [ids.orgs[course.support]]
  const act = async (account: number, verb: string, input: object): Promise<void> => {
    const { version } = await dispatchOf(ask, commitment)
    await ask(account, 'POST', `/commitments/${commitment}/dispatch/${verb}`, { version, ...input })
  }
  const { version } = await dispatchOf(ask, commitment)
  await ask(OFFICE, 'POST', '/dispatch', { items: [{ commitment, version, org: ids.orgs[course.to], supporting }], note: own('分办') })
  const { kind, answers, named } = course
  if (kind === 'refused' || kind === 'insisted' || kind === 'reassigned') await act(answers, 'refuse', { note: own('退回') })
  if (kind === 'insisted') await act(OFFICE, 'insist', { note: own('维持') })
  if (kind === 'reassigned') await act(OFFICE, 'reassign', { org: ids.orgs[course.next], supporting, note: own('改派') })
  if (kind === 'withdrawn') await act(OFFICE, 'withdraw', { note: own('收回') })
  if (kind !== 'confirmed' || named === null) return
  const owner = { kind: 'person', id: ids.people[named] }
  const tasks = (who: object | null) => [{ words: own('步骤'), by: '2026-03-05', who }]
  await act(answers, 'confirm', { owner, tasks: tasks(null), note: own('签收') })
  await act(answers, 'refine', { owner, tasks: tasks(owner), note: own('调整') })
}

async function dispatchOf(ask: Ask, commitment: string): Promise<z.infer<typeof DispatchView>> {
  return DispatchView.parse(await ask(OFFICE, 'GET', `/commitments/${commitment}/dispatch`))
}

const Board = z.object({
  first: z.object({ version: z.number() }),
  claims: z.array(z.object({ finding: z.string(), version: z.number() })),
})
const Pledges = z.object({ items: z.array(z.object({ party: z.object({}).loose(), digest: z.string(), maySign: z.boolean() })) })

/** 第一责任人 and 认领, one of them given back, and 责任书 signed by whoever may. */
async function lead({ drawn, ids, ask, planted: { word } }: World, n: number): Promise<void> {
  const plan = ids.plans[n]
  const board = async () => Board.parse(await ask(OFFICE, 'GET', `/dispatch?plan=${plan}`))
  if (!drawn.commitments.some((each) => each.plan === n && each.isConfirmed)) return
  const { first } = await board()
  const party = { kind: 'person', id: ids.people[1] }
  await ask(OFFICE, 'POST', `/plans/${plan}/first-responsible`, { version: first.version, party })
  const { claims } = await board()
  const items = claims.map(({ finding, version }) => ({ finding, version }))
  await ask(LEADER, 'POST', `/plans/${plan}/claims`, { items, leader: null })
  if (n === 1) {
    const [claimed] = (await board()).claims
    await ask(LEADER, 'POST', `/plans/${plan}/claims/give-back`, { ...pick(claimed), note: `退领${word({ of: 'leading' })}` })
    await ask(LEADER, 'POST', `/plans/${plan}/claims`, { items: [pick((await board()).claims[0])], leader: null })
  }
  for (const account of [LEADER, ...UNITS]) {
    // whoever sees nothing of the plan signs nothing of it
    if (!mayKnow(drawn, account, { of: 'plan', plan: n })) continue
    const { items: pledges } = Pledges.parse(await ask(account, 'GET', `/plans/${plan}/pledges`))
    for (const { party: whose, digest, maySign } of pledges)
      if (maySign) await ask(account, 'POST', `/plans/${plan}/pledges/sign`, { party: whose, digest })
  }
}

function pick(claim: { readonly finding: string; readonly version: number } | undefined) {
  if (claim === undefined) throw new Error('nothing to claim')
  return { finding: claim.finding, version: claim.version }
}

/** 进展情况 for two quarters, one of them written twice. */
async function report(world: World, n: number): Promise<void> {
  const { drawn, ids, ask } = world
  const { by, org } = speakerOf(drawn, n)
  const write = async (account: number, at: number, quarter: { year: number; quarter: number }, revision: number): Promise<void> => {
    const words = ownWords(world, n)('进展')
    await ask(account, 'PUT', `/commitments/${ids.commitments[n]}/progress`, { org: ids.orgs[at], ...quarter, revision, words })
  }
  await write(by, org, { year: 2026, quarter: 1 }, 0)
  await write(by, org, { year: 2026, quarter: 1 }, 1)
  await write(OFFICE, 0, { year: 2025, quarter: 4 }, 0)
}

/** 困难问题 as it was drawn, to its end. */
async function raise({ drawn, ids, ask, planted: { word } }: World, n: number): Promise<void> {
  const { commitment, asked, end } = drawn.difficulties[n] ?? { commitment: 0, asked: 0, end: 'open' }
  const own = (): string => `困难在于人手和经费都不够${word({ of: 'difficulty', difficulty: n })}`
  const { by, org } = speakerOf(drawn, commitment)
  const raised = await raiseOne(ask, {
    by,
    commitment: ids.commitments[commitment] ?? '',
    org: ids.orgs[org] ?? '',
    post: ids.posts[asked] ?? '',
    own,
  })
  ids.difficulties.push(raised.id)
  let { version } = raised
  const act = async (account: number, verb: string, more: object = {}): Promise<void> => {
    const input = { version, act: verb, note: own(), body: null, day: null, ...more }
    ;({ version } = DifficultyView.parse(await ask(account, 'POST', `/difficulties/${raised.id}/acts`, input)))
  }
  // the office may not answer what it raised itself
  const second = drawn.accounts.length - 1
  if (end === 'answered' || end === 'contested' || end === 'settled') await act(second, 'answer')
  if (end === 'contested') await act(by, 'contest', { day: '2026-03-20' })
  if (end === 'settled') await act(by, 'settle')
  if (end === 'escalated' || end === 'decided') await act(second, 'escalate', { body: 'joint-meeting' })
  if (end === 'decided') await act(second, 'decide', { day: '2026-03-02' })
  if (end === 'withdrawn') await act(by, 'withdraw')
}

/** Raises a difficulty. */
export async function raiseOne(
  ask: Ask,
  { by, commitment, org, post, own }: { by: number; commitment: string; org: string; post: string; own: () => string },
): Promise<z.infer<typeof DifficultyView>> {
  const input = { org, words: own(), wants: own(), post, answerBy: '2026-03-10' }
  return DifficultyView.parse(await ask(by, 'POST', `/commitments/${commitment}/difficulties`, input))
}

/** 变更: another wording that is granted, ending it sent back, ending it taken back, or (3) one that waits; of what has a day another day besides. */
async function change(world: World, n: number, kind: number): Promise<void> {
  const { drawn, ids, ask, planted } = world
  const own = ownWords(world, n)
  const verifier = drawn.accounts.length - 1
  const commitment = ids.commitments[n] ?? ''
  const wording = `改为每月不少于3次${planted.word({ of: 'commitment', commitment: n, isSentence: true })}`
  const begin = async (asked: object) => {
    const begun = await askChange(ask, speakerOf(drawn, n).by, commitment, asked, own('申请'))
    ids.changes.push(begun.id)
    return begun
  }
  const grant = async (begun: z.infer<typeof ChangeView>): Promise<void> => {
    let at = begun
    for (const account of [verifier, LEADER]) {
      const input = { version: at.version, pinned: at.pinned, note: own('同意') }
      at = ChangeView.parse(await ask(account, 'POST', `/changes/${at.id}/agree`, input))
    }
    if (at.state !== 'granted') throw new Error(`not granted: ${at.state}`)
  }
  if (drawn.commitments[n]?.isClosing) await grant(await begin({ kind: 'extension', due: '2027-01-31' }))
  else if (kind === 1) await grant(await begin({ kind: 'amendment', wording, value: null }))
  else {
    const { id, version } = await begin({ kind: 'termination' })
    if (kind === 0) await ask(verifier, 'POST', `/changes/${id}/return`, { version, note: own('退回') })
    if (kind === 2) await ask(speakerOf(drawn, n).by, 'POST', `/changes/${id}/withdraw`, { version })
  }
}

/** Asks for a change. */
export async function askChange(
  ask: Ask,
  by: number,
  commitment: string,
  asked: object,
  reason: string,
): Promise<z.infer<typeof ChangeView>> {
  return ChangeView.parse(await ask(by, 'POST', `/commitments/${commitment}/changes`, { asked, reason }))
}

/** 催办 of a commitment; of what is done already nothing is left to remind of. */
export async function remind(ask: Ask, commitment: string, note: string): Promise<void> {
  await ask(OFFICE, 'POST', '/reminders', { commitments: [commitment], note }).catch((error: unknown) => {
    if (!String(error).includes('REFUSED')) throw error
  })
}
