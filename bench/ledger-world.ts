import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { compile } from '#compiler/compile.ts'
import { readDocument } from '#formats/read-document.ts'
import { makeLimits } from '#server/authn/guessing/limits.ts'
import { type OwnDatabase, openOwnDatabase } from '#server/db/open-own.ts'
import { startEmbeddedPostgres } from '#server/postgres/supervisor.ts'
import { openFiles } from '#server/files/store.ts'
import { buildHttp } from '#server/http/server.ts'
import { planImportJob } from '#server/import/job.ts'
import { savePlan } from '#server/import/save-plan.ts'
import { startImport } from '#server/import/start-import.ts'
import { jobContext } from '#server/jobs/context.ts'
import { openLive } from '#server/live/hub.ts'
import { startJobs } from '#server/jobs/jobs.ts'
import { systemClock } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { prepareSetup } from '#server/setup/prepare.ts'
import { planFile } from '#bench/plans.ts'

/** A server with a large ledger, asked without a network. */
export interface LedgerWorld {
  readonly app: FastifyInstance
  readonly cookie: string
  readonly database: OwnDatabase
  /** Where its database is. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** Starts a server on an embedded database of its own, with one court whose ledger holds about `rows` confirmed commitments in plans of real size. */
export async function openLedgerWorld(rows: number): Promise<LedgerWorld> {
  const data = mkdtempSync('/tmp/xiaohao-bench-')
  chmodSync(data, 0o755)
  const embedded = await startEmbeddedPostgres(data)
  const { host, port, user, database: name } = embedded.connection
  const url = `postgres://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`
  const database = await openOwnDatabase({ data, databaseUrl: url }, () => undefined)
  const files = await openFiles(path.join(data, 'files'))
  const jobs = await startJobs(database.pool, [planImportJob.name], () => undefined)
  const live = await openLive(database.pool, () => undefined)
  const parts = {
    db: database.db,
    clock: systemClock,
    newId: uuidv7,
    files,
    jobs,
    live,
    limits: await makeLimits(),
    packs: await loadPacks(),
  }
  const app = await buildHttp({ logLevel: 'silent', tls: null, proxies: [], isLoopbackOnly: true }, parts)
  const close = async () => {
    await app.close()
    await live.stop()
    await jobs.stop()
    await database.close()
    await embedded.stop()
    rmSync(data, { recursive: true, force: true })
  }
  const cookie = await setUp(app, database)
  await saveOnePlan(parts)
  await multiply(database, rows)
  return { app, cookie, database, url, close }
}

async function setUp(app: FastifyInstance, { db }: OwnDatabase): Promise<string> {
  const token = await prepareSetup(db, systemClock())
  const payload = { token, jurisdiction: '某市中级人民法院', name: '张三', login: 'zhangsan', password: 'Correct#Horse9' }
  const { cookies } = await app.inject({ method: 'POST', url: '/api/setup', payload })
  const cookie = cookies[0]
  if (!cookie) throw new Error('set-up failed')
  return `${cookie.name}=${cookie.value}`
}

async function saveOnePlan(
  parts: Parameters<typeof jobContext>[0] & { readonly jobs: Awaited<ReturnType<typeof startJobs>> },
): Promise<void> {
  const account = await parts.db.selectFrom('account').select(['id', 'jurisdictionId']).executeTakeFirstOrThrow()
  const { id: accountId, jurisdictionId } = account
  const context = await jobContext(parts, { accountId, jurisdictionId, requestId: 'bench' })
  const bytes = readFileSync(planFile())
  const document = readDocument(planFile(), bytes)
  const { importId } = await startImport({ ...context, jobs: parts.jobs }, await parts.files.receive(bytes), 'plan.txt')
  await savePlan(context, importId, { document, draft: compile(document) })
}

/** Copies the plan until the ledger is large enough, spreading units, leaders and days as a court's plans would. */
async function multiply({ pool }: OwnDatabase, rows: number): Promise<void> {
  const replaced: Readonly<Record<string, string>> = {
    id: idOfCopy('c.id'),
    commitment_id: idOfCopy('c.commitment_id'),
    plan_id: 'copy.id',
    within_id: 'NULL',
    state: `'confirmed'`,
    plan_title: `c.plan_title || copy.number`,
    lead_orgs: `ARRAY['第' || (copy.number + ascii(substr(c.ref, length(c.ref)))) % 60 || '庭']`,
    lead_orgs_text: `'第' || (copy.number + ascii(substr(c.ref, length(c.ref)))) % 60 || '庭'`,
    leaders: `ARRAY['领导' || copy.number % 15]`,
    leaders_text: `'领导' || copy.number % 15`,
    due_on: `CASE WHEN ascii(substr(c.ref, length(c.ref))) % 3 = 0 THEN date '2026-01-01' + (copy.number % 360)::integer END`,
  }
  const copies = `(SELECT ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid AS id, number FROM generate_series(1, $1::integer) AS number)`
  const { rows: sizes } = await pool.query<{ size: number }>('SELECT count(*)::int AS size FROM commitment')
  const number = Math.ceil(rows / (sizes[0]?.size ?? 1))
  await pool.query(
    `INSERT INTO plan SELECT p.jurisdiction_id, copy.id, p.title || copy.number, p.frame, p.diagnostics, p.imported_at, p.imported_by, p.imported_by_name
      FROM plan AS p CROSS JOIN ${copies} AS copy`,
    [number],
  )
  for (const table of ['commitment', 'ledger_entry']) {
    const { rows: columns } = await pool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND table_schema = 'public'`,
      [table],
    )
    const names = columns.map(({ name }) => name)
    await pool.query(
      `INSERT INTO ${table} (${names.join(', ')})
        SELECT ${names.map((name) => replaced[name] ?? `c.${name}`).join(', ')} FROM ${table} AS c CROSS JOIN ${copies} AS copy`,
      [number],
    )
    await pool.query(`VACUUM ANALYZE ${table}`)
  }
}

/** Ids of copies follow from the id and the number, so that commitment and entry fit together. */
function idOfCopy(id: string): string {
  return `overlay(overlay(md5(${id}::text || copy.number) placing '7' from 13) placing '8' from 17)::uuid`
}
