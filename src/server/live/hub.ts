import type pg from 'pg'
import { Announcement, CHANNEL } from '#server/live/announce.ts'

/** Hears of changed nouns; `*`: of anything, where some may have been missed. */
type Listener = (nouns: readonly string[]) => void

/** Passes on to browsers what any process on the database has changed. */
export interface Live {
  /** Hears of one jurisdiction until the answer is called; null where there is no room for more. */
  readonly watch: (who: { readonly jurisdictionId: string; readonly accountId: string }, listener: Listener) => (() => void) | null
  /** Tells what this process worked out without a verb (a past ledger that is ready). */
  readonly tell: (jurisdictionId: string, nouns: readonly string[]) => void
  readonly stop: () => Promise<void>
}

const MOST = 500
const MOST_OF_ONE = 8
/** Changes so close together are told at once. */
const TOGETHER_MS = 200
const RETRY_MS = 1000
const LONGEST_RETRY_MS = 30_000

interface Watcher {
  readonly jurisdictionId: string
  readonly accountId: string
  readonly listener: Listener
}

/** Listens on a connection of its own, and again on another where that is lost: all are then told that anything may have changed. */
export async function openLive(pool: pg.Pool, onError: (error: Error) => void): Promise<Live> {
  const watchers = new Set<Watcher>()
  const waiting = new Map<string, Set<string>>()
  let [isStopped, retry] = [false, RETRY_MS]
  let client: pg.PoolClient | null = null
  let timer: NodeJS.Timeout | undefined

  const pass = (): void => {
    const told = [...waiting]
    waiting.clear()
    for (const [jurisdictionId, nouns] of told)
      for (const watcher of watchers) if (watcher.jurisdictionId === jurisdictionId) watcher.listener(nouns.has('*') ? ['*'] : [...nouns])
  }
  const tell: Live['tell'] = (jurisdictionId, nouns) => {
    if (waiting.size === 0) setTimeout(pass, TOGETHER_MS).unref()
    const known = waiting.get(jurisdictionId) ?? new Set()
    waiting.set(jurisdictionId, known)
    for (const noun of nouns) known.add(noun)
  }
  const lose = (lost: pg.PoolClient, error: Error): void => {
    if (client !== lost) return
    client = null
    lost.release(error)
    if (isStopped) return
    onError(error)
    again()
  }
  const again = (): void => {
    timer = setTimeout(() => {
      listen().then(
        () => {
          retry = RETRY_MS
          for (const jurisdictionId of new Set([...watchers].map((watcher) => watcher.jurisdictionId))) tell(jurisdictionId, ['*'])
        },
        () => {
          retry = Math.min(retry * 2, LONGEST_RETRY_MS)
          if (!isStopped) again()
        },
      )
    }, retry)
    timer.unref()
  }
  const listen = async (): Promise<void> => {
    const own = await pool.connect()
    client = own
    own.on('error', (error) => lose(own, error))
    own.on('end', () => lose(own, new Error('the connection that listens has ended')))
    own.on('notification', ({ payload }) => {
      const found = Announcement.safeParse(parsed(payload))
      if (found.success) tell(found.data.jurisdictionId, found.data.nouns)
    })
    await own.query(`LISTEN ${CHANNEL}`).catch((error: unknown) => {
      client = null
      own.release(true)
      throw error
    })
  }
  await listen()
  return {
    watch(who, listener) {
      const own = [...watchers].filter(({ accountId }) => accountId === who.accountId)
      if (watchers.size >= MOST || own.length >= MOST_OF_ONE) return null
      const watcher = { ...who, listener }
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    tell,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      const own = client
      client = null
      // ended rather than given back: nobody else should hear
      own?.release(true)
    },
  }
}

function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return null
  }
}
