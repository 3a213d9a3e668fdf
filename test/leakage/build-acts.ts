import { sm2 } from 'sm-crypto-v2'
import * as z from 'zod'
import { ChangeView } from '#contract/change.ts'
import { DrawTaken } from '#contract/draw.ts'
import { SubLedgerTaken } from '#contract/reconciliation.ts'
import { ClosureState } from '#core/closure/closure.ts'
import { Draw } from '#core/draw/draw.ts'
import { Reconciliation } from '#core/reconciliation/reconciliation.ts'
import { writeTable } from '#formats/xlsx/write-table.ts'
import { runDraw } from '#server/draw/run.ts'
import { jobContext } from '#server/jobs/context.ts'
import { sealAll } from '#server/journal/sealer.ts'
import { signerOf } from '#server/journal/signer.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import type { TestServer } from '#test/database/test-server.ts'
import type { World } from '#test/leakage/build.ts'
import { askChange, buildRunning, buildWork } from '#test/leakage/build-work.ts'
import type { Ids } from '#test/leakage/ids.ts'

const OFFICE = 0
const LEADER = 1
const UNITS = [2, 3]
const Id = z.object({ id: z.string() })
const Stages = z.object({
  stages: z.array(z.object({ id: z.string().nullable(), stage: z.string(), version: z.number(), pinned: z.string(), state: ClosureState })),
})

/** What people do with what there is, with a word of its own wherever one can be written: closures, draws, reconciliations, posts, grants; last the marks. */
export async function buildActs(server: TestServer, world: World): Promise<void> {
  await buildReconciliations(world)
  await buildWork(world)
  await buildClosures(world)
  await buildRunning(world)
  await buildPosts(world)
  await buildGrants(server, world)
  await buildDraw(server, world)
  await setMarks(world)
}

/** 销号: one sent back, asked for again and closed with its file; of the others some ended without being done and opened again. */
async function buildClosures({ drawn, ids, ask, planted: { word } }: World): Promise<void> {
  const verifier = drawn.accounts.length - 1
  for (const [n, { isConfirmed, isClosing }] of drawn.commitments.entries()) {
    if (!isConfirmed || (!isClosing && n % 3 !== 2)) continue
    const own = (): string => `说明这样办理的理由${word({ of: 'commitment', commitment: n })}`
    const at = `/commitments/${ids.commitments[n]}/closures`
    const now = async () => {
      const [stage] = Stages.parse(await ask(OFFICE, 'GET', at)).stages
      if (stage === undefined) throw new Error('no stage')
      return stage
    }
    const request = async (): Promise<void> => {
      const { version } = await now()
      await ask(OFFICE, 'POST', at, { stage: '', version, note: own() })
    }
    const step = async (account: number, verb: string, input: object): Promise<void> => {
      const { id, version } = await now()
      await ask(account, 'POST', `/closures/${id}/${verb}`, { version, ...input })
    }
    if (isClosing) {
      await request()
      await step(verifier, 'return', { note: own(), demands: [own()] })
      await request()
      for (const account of [verifier, LEADER]) {
        const { id, version, pinned } = await now()
        await ask(account, 'POST', '/closures/agree', { items: [{ id, version, pinned }], note: own() })
      }
    } else {
      let change = await askChange(ask, OFFICE, ids.commitments[n] ?? '', { kind: 'termination' }, own())
      for (const account of [verifier, LEADER]) {
        const input = { version: change.version, pinned: change.pinned, note: own() }
        change = ChangeView.parse(await ask(account, 'POST', `/changes/${change.id}/agree`, input))
      }
      ids.changes.push(change.id)
      await step(OFFICE, 'reopen', { note: own() })
    }
    const { id, state } = await now()
    if (isClosing && state !== 'closed') throw new Error(`nothing was closed: ${state}`)
    ids.closures.push(id ?? '')
  }
}

/** 对账 of two units, settled and signed, and what a third sent that is held against nothing yet. */
async function buildReconciliations({ drawn, ids, ask, upload, planted: { word } }: World): Promise<void> {
  const headers = ['编号', '整改措施', '已完成', '应完成', '是否销号']
  const take = async (account: number, own: () => string): Promise<string> => {
    const columns = headers.map((header) => ({ header, width: 12, kind: 'text' as const }))
    const sheet = await writeTable({ sheet: '表', title: own(), subtitle: '', columns, rows: [headers.map(() => own())] })
    const { id } = SubLedgerTaken.parse(await upload(account, '/reconciliations', `${own()}.xlsx`, sheet))
    ids.reconciliations.push(id)
    return id
  }
  const settleAll = async (by: number, id: string, note: string): Promise<void> => {
    const { version, differences } = Reconciliation.parse(await ask(by, 'GET', `/reconciliations/${id}`))
    const keys = differences.map(({ key }) => key)
    await ask(by, 'POST', `/reconciliations/${id}/settle`, { version, keys, side: 'neither', note })
  }
  // what is open stands in the way of closures
  await settleAll(OFFICE, ids.reconciliations[0] ?? '', word({ of: 'office' }))
  for (const by of UNITS) {
    const org = drawn.people[drawn.accounts[by]?.person ?? 0]?.org ?? null
    const own = (): string => word({ of: 'reconciliation', org, by })
    const id = await take(by, own)
    await ask(by, 'POST', `/reconciliations/${id}/compare`, { version: 1, org: org === null ? null : ids.orgs[org] })
    await settleAll(by, id, own())
    const { version } = Reconciliation.parse(await ask(by, 'GET', `/reconciliations/${id}`))
    await ask(by, 'POST', `/reconciliations/${id}/sign`, { version })
  }
  await take(UNITS[1] ?? 0, () => word({ of: 'reconciliation', org: null, by: UNITS[1] ?? 0 }))
}

/** 代理 and 交接 between people who have accounts, and between others. */
async function buildPosts({ drawn, ids, ask, planted: { word } }: World): Promise<void> {
  const { from, to } = drawn.handover
  const person = (n: number) => ids.people[n]
  const others = to + 1
  const begun = Id.parse(
    await ask(OFFICE, 'POST', '/handovers', {
      post: ids.posts[from],
      from: person(from),
      to: person(to),
      on: '2026-03-02',
      note: word({ of: 'concerned', people: [from, to] }),
    }),
  )
  await ask(UNITS[0] ?? 0, 'POST', `/handovers/${begun.id}/confirm`, {})
  ids.handovers.push(begun.id)
  for (const [absent, substitute, by] of [
    [from, to, UNITS[0] ?? 0],
    [others, to, OFFICE],
  ] as const) {
    const days = { from: '2026-03-01', to: '2026-03-20' }
    const reason = word({ of: 'concerned', people: [absent, substitute] })
    const asked = { post: ids.posts[absent], absent: person(absent), substitute: person(substitute), ...days, reason }
    ids.substitutions.push(Id.parse(await ask(by, 'POST', '/substitutions', asked)).id)
  }
  await ask(UNITS[1] ?? 0, 'POST', `/substitutions/${ids.substitutions[0]}/confirm`, {})
}

/** 授权申请 as they stand in service; on trial, as here, a grant counts at once and leaves its reason in the journal alone. */
async function buildGrants(server: TestServer, { ids, ask, planted: { word } }: World): Promise<void> {
  const office = (): string => word({ of: 'office' })
  await ask(OFFICE, 'POST', '/grants/clearances', { account: ids.accounts[LEADER], clearance: 'sensitive', reason: office() })
  await ask(OFFICE, 'POST', '/grants/clearances', { account: ids.accounts[LEADER], clearance: 'internal', reason: office() })
  const jurisdictionId = await jurisdictionOf(server, ids)
  for (const state of ['waiting', 'declined'] as const) {
    const id = uuidv7()
    const isDecided = state !== 'waiting'
    await server.database.db
      .insertInto('grantRequest')
      .values({
        jurisdictionId,
        id,
        kind: 'clearance',
        subject: ids.accounts[UNITS[0] ?? 0] ?? '',
        subjectName: office(),
        value: 'sensitive',
        former: 'internal',
        reason: office(),
        requestedBy: ids.accounts[OFFICE] ?? '',
        requestedByName: office(),
        requestedAt: server.clock.now(),
        state,
        decidedBy: isDecided ? (ids.accounts.at(-1) ?? '') : null,
        decidedByName: isDecided ? office() : null,
        decidedAt: isDecided ? server.clock.now() : null,
      })
      .execute()
    ids.grants.push(id)
  }
}

/** Which court a world is. */
export async function jurisdictionOf({ database }: TestServer, { accounts }: Ids): Promise<string> {
  const query = database.db.selectFrom('account').select('jurisdictionId')
  return (await query.where('id', '=', accounts[OFFICE] ?? '').executeTakeFirstOrThrow()).jurisdictionId
}

/** 抽取 with its population, parties, seed, replacement and results, and a list that was given up. */
async function buildDraw(server: TestServer, { ids, ask, upload, planted: { word } }: World): Promise<void> {
  const own = (): string => word({ of: 'leading' })
  const strata = [own(), own()]
  const cases = Array.from({ length: 12 }, (_, n) => [own(), strata[n % strata.length]])
  const list = Buffer.from(`案号,承办部门\n${cases.map((row) => row.join(',')).join('\n')}\n`)
  const take = async (): Promise<string> => {
    const { id } = DrawTaken.parse(await upload(OFFICE, '/draws', `${own()}.csv`, list))
    ids.draws.push(id)
    return id
  }
  const id = await take()
  const read = async (): Promise<Draw> => Draw.parse(await ask(OFFICE, 'GET', `/draws/${id}`))
  const act = async (account: number, verb: string, input: object): Promise<void> => {
    const { version } = await read()
    await ask(account, 'POST', `/draws/${id}/${verb}`, { version, ...input })
  }
  const excluded = [{ id: cases[0]?.[0], reason: own() }]
  await act(OFFICE, 'freeze', { name: own(), purpose: own(), rule: { kind: 'count', count: 2 }, excluded })
  const signer = signerOf(sm2.generateKeyPairHex())
  // other databases of the same cluster may hold the horizon back for a while
  for (let isSealed = false; !isSealed; isSealed = (await read()).parts.every(({ sealedAt }) => sealedAt !== null))
    await sealAll({ database: server.database, signer, clock: server.clock.now }, null)
  const secrets = [OFFICE, LEADER].map((account) => ({ account, value: `a secret of one party ${own()}` }))
  for (const { account, value } of secrets) await act(account, 'contributions', { party: own(), digest: sm3(value), dice: '' })
  for (const { account, value } of secrets) await act(account, 'reveal', { value })
  const jurisdictionId = await jurisdictionOf(server, ids)
  const parts = { db: server.database.db, clock: server.clock.now, newId: uuidv7, files: server.files }
  await runDraw(await jobContext(parts, { accountId: ids.accounts[OFFICE] ?? '', jurisdictionId, requestId: uuidv7() }), id)
  const Items = z.object({ items: z.array(z.object({ id: z.string() })) })
  const [first, second] = Items.parse(await ask(OFFICE, 'GET', `/draws/${id}/items`)).items
  await act(OFFICE, 'replace', { item: first?.id, reason: `承办人应当回避，换下一件${own()}` })
  await act(OFFICE, 'judge', { item: second?.id, outcome: 'faulty', note: own() })
  const other = await take()
  await ask(OFFICE, 'POST', `/draws/${other}/abandon`, { version: 1, reason: `清单有误，须重新导出${own()}` })
}

/** 敏感标记, each with its reason. */
async function setMarks({ drawn, ids, ask, planted: { word } }: World): Promise<void> {
  const given = () => ({ mark: 'sensitive', reason: word({ of: 'office' }) })
  for (const [n, { isMarked }] of drawn.records.entries())
    if (isMarked) await ask(OFFICE, 'PUT', `/marks/records/${ids.records[n]}`, given())
  if (drawn.isControlMarked) await ask(OFFICE, 'PUT', '/marks/registers/ideology-risk', { field: 'control', ...given() })
}
