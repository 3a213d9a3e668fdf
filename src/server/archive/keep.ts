import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { BASES, listBases, makeBase, pruneArchive } from '#server/archive/base.ts'
import { bringContent, eachOf, listContents } from '#server/backup/evidence.ts'
import { copyKeysTo } from '#server/backup/keys.ts'
import type { Clock } from '#server/platform/clock.ts'
import { isUnbroken, LOG_FOLDER, markUnbroken } from '#server/postgres/archiving.ts'
import { SUPERUSER } from '#server/postgres/initialise.ts'
import { clusterIn, findPlace } from '#server/postgres/place.ts'
import { findRunning } from '#server/postgres/running.ts'

/** What the archive is kept from. `onError` hears of rounds that failed: the next one takes up what they left. */
interface Parts {
  readonly pool: pg.Pool
  readonly data: string
  readonly archive: string
  readonly clock: Clock
  readonly onError: (error: Error) => void
}

/** Keeping the archive. */
export interface ArchiveKeeper {
  /** Ends after the round that is running. */
  readonly stop: () => Promise<void>
}

const REST_MS = 60_000
const DAY_MS = 86_400_000
/** A copy of the cluster a day, and a week of them. */
const BASES_KEPT = 7
const AT_ONCE = 2

/**
 * Keeps, beside the log that the database itself puts there, what a restore to any moment needs: a copy of the cluster each day, every file of evidence within
 * a minute, the keys. The log since the oldest copy stays.
 */
export function keepArchive(parts: Parts): ArchiveKeeper {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const round = async (): Promise<void> => {
    try {
      await keepRound(parts)
    } catch (error) {
      parts.onError(error instanceof Error ? error : new Error(String(error)))
    }
    if (!isStopped) timer = setTimeout(() => (running = round()), REST_MS)
  }
  let running = round()
  return {
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
    },
  }
}

async function keepRound({ pool, data, archive, clock }: Parts): Promise<void> {
  await copyKeysTo(data, archive)
  const ways = { from: path.join(data, 'files'), to: path.join(archive, 'files'), earlier: null }
  await mkdir(ways.to, { recursive: true, mode: 0o700 })
  await eachOf(await listContents(pool), AT_ONCE, async (content) => void (await bringContent(content, ways, () => undefined)))
  const place = findPlace(data)
  const connection = await findRunning(data)
  if (place === null || connection === null) return
  const newest = existsSync(path.join(archive, BASES)) ? (await listBases(archive)).at(-1) : undefined
  const isOld = newest === undefined || Date.parse(clock()) - Date.parse(newest.base.endedAt) > DAY_MS
  if (!isOld && isUnbroken(place, archive)) return
  const superuser = { ...connection, user: SUPERUSER, database: 'postgres' }
  await makeBase(superuser, clusterIn(place), archive, clock)
  markUnbroken(place, archive)
  await pruneArchive(archive, LOG_FOLDER, BASES_KEPT)
}
