import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import * as z from 'zod'
import type { Tx } from '#server/db/connect.ts'
import type { Actor } from '#server/verb/context.ts'

/** A kind of work done after the answer: its name and the shape of its data. */
export interface JobKind<T> {
  readonly name: string
  readonly data: z.ZodType<T>
}

/** Queues work. */
export interface Jobs {
  /** Queues a job as part of a transaction: it runs when that commits, and never when it does not. It acts for the context's actor. `order`: before or (otherwise) after what already waits; `once`: not where one of its kind was queued for the jurisdiction in the last minute. */
  readonly send: <T>(
    tx: Tx,
    context: { readonly actor: Pick<Actor, 'accountId' | 'jurisdictionId'>; readonly requestId: string },
    kind: JobKind<T>,
    data: T,
    order?: 'first' | 'last' | 'once',
  ) => Promise<void>
  /**
   * Queues again, before what waits, a job that a crash may have interrupted: the queue itself would notice only after half a minute, and not at all where it has given
   * up. Not where the same waits already: however often the program starts, it is there once.
   */
  readonly resume: <T>(
    tx: Tx,
    context: { readonly actor: Pick<Actor, 'accountId' | 'jurisdictionId'>; readonly requestId: string },
    kind: JobKind<T>,
    data: T,
  ) => Promise<void>
}

/** Who a job acts for. */
const Envelope = z.strictObject({ accountId: z.uuid(), jurisdictionId: z.uuid(), requestId: z.string(), data: z.unknown() })
export type JobOrigin = Omit<z.infer<typeof Envelope>, 'data'>

/** A kind of job with its work. Make one with `handle`. */
export interface JobHandler {
  readonly name: string
  readonly run: (data: unknown, origin: JobOrigin) => Promise<void>
}

/** Binds the work to a kind of job. Work must stand being done twice: a job whose process dies is done again. */
export function handle<T>(kind: JobKind<T>, work: (data: T, origin: JobOrigin) => Promise<void>): JobHandler {
  return { name: kind.name, run: async (data, origin) => work(kind.data.parse(data), origin) }
}

/** A running queue. */
export interface RunningJobs extends Jobs {
  /** Takes up the work; until then jobs are queued only. */
  readonly work: (handlers: readonly JobHandler[]) => Promise<void>
  /** Has the program's own work done each day just after midnight in Shanghai, and once now: a stopped program may have missed days. Work must stand being done twice. */
  readonly daily: (name: string, work: () => Promise<void>) => Promise<void>
  /** Has the program's own work done every so often (`cron`, in Shanghai), and once now; likewise. */
  readonly regularly: (name: string, cron: string, work: () => Promise<void>) => Promise<void>
  /** Lets running jobs end, up to five seconds. */
  readonly stop: () => Promise<void>
}

const PATIENCE_MS = 5000
/** Two jobs of a kind at once in a process; looks twice a second for the next, at once while there are more. */
const WORK = { localConcurrency: 2, pollingIntervalSeconds: 0.5, burstWhenBatchFull: true }
/**
 * A job that failed is done again after 1, 2, 4 … seconds, at last once a minute; one whose process went silent, after half a minute. Many times: a machine may lose its
 * power again and again, and what was taken on is not dropped for that.
 */
const QUEUE = { retryLimit: 50, retryDelay: 1, retryDelayMax: 60, retryBackoff: true, heartbeatSeconds: 30 }
const ONCE_SECONDS = 60
const SUPERVISE_SECONDS = 10
const AFTER_MIDNIGHT = '1 0 * * *'

/** Starts the queue on our own connections; `names`: the kinds of job there are. */
export async function startJobs(pool: pg.Pool, names: readonly string[], onError: (error: Error) => void): Promise<RunningJobs> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: 'pgboss',
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', onError)
  await boss.start()
  for (const name of names) await makeQueue(boss, name)
  const send: Jobs['send'] = async (tx, { actor, requestId }, kind, data, order = 'last') => {
    await boss.send(
      kind.name,
      { ...originOf(actor), requestId, data: kind.data.parse(data) },
      {
        db: { executeSql: onTransaction(tx) },
        priority: order === 'first' ? 1 : 0,
        ...(order === 'once' ? { singletonKey: actor.jurisdictionId, singletonSeconds: ONCE_SECONDS } : {}),
      },
    )
  }
  return {
    send,
    async resume(tx, context, kind, data) {
      const asked = { jurisdictionId: context.actor.jurisdictionId, data: kind.data.parse(data) }
      const waiting = await boss.findJobs(kind.name, { data: asked, queued: true, limit: 1, db: { executeSql: onTransaction(tx) } })
      if (waiting.length === 0) await send(tx, context, kind, data, 'first')
    },
    async work(handlers) {
      for (const { name, run } of handlers) {
        await boss.work(name, WORK, async (jobs) => {
          for (const job of jobs) {
            const { data, ...origin } = Envelope.parse(job.data)
            await run(data, origin)
          }
        })
      }
    },
    daily: (name, run) => regularly(boss, name, AFTER_MIDNIGHT, run),
    regularly: (name, cron, run) => regularly(boss, name, cron, run),
    stop: () => boss.stop({ graceful: true, timeout: PATIENCE_MS }),
  }
}

/** Makes the queue, or has one of an earlier version of the program go by today's settings. */
async function makeQueue(boss: PgBoss, name: string): Promise<void> {
  await boss.createQueue(name, QUEUE)
  await boss.updateQueue(name, QUEUE)
}

async function regularly(boss: PgBoss, name: string, cron: string, run: () => Promise<void>): Promise<void> {
  await makeQueue(boss, name)
  await boss.work(name, { pollingIntervalSeconds: WORK.pollingIntervalSeconds }, run)
  await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
  await boss.send(name, {})
}

function originOf({ accountId, jurisdictionId }: Pick<Actor, 'accountId' | 'jurisdictionId'>) {
  return { accountId, jurisdictionId }
}

function onTransaction(tx: Tx) {
  const plain = tx.withoutPlugins()
  return async (text: string, values: unknown[] = []) => {
    const { rows } = await plain.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, values))
    return { rows }
  }
}
