import path from 'node:path'
import { makeLimits } from '#server/authn/limits.ts'
import { demandWhole } from '#server/backup/empty.ts'
import { openSignInRules } from '#server/authn/open-rules.ts'
import { openOwnDatabase } from '#server/db/open-own.ts'
import { openFiles } from '#server/files/store.ts'
import { addressOf, demandFreePort, demandListenInMode, demandSecureListen, isLoopback, portTrouble } from '#server/http/listen.ts'
import { buildHttp } from '#server/http/server.ts'
import { resumeImports } from '#server/import/resume-imports.ts'
import { demandKnownAnswers } from '#server/journal/self-test.ts'
import { startSealer } from '#server/journal/sealer.ts'
import { openSigner } from '#server/journal/signer.ts'
import { fileWitness } from '#server/journal/witness.ts'
import { jobNames, makeHandlers } from '#server/jobs/handlers.ts'
import { startJobs } from '#server/jobs/jobs.ts'
import { openLive } from '#server/live/hub.ts'
import { rollForward } from '#server/occurrence/every-jurisdiction.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { dayInShanghai, systemClock } from '#server/platform/clock.ts'
import { claimDataFolder, makeDataFolder } from '#server/platform/data-folder.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import type { Settings } from '#server/platform/settings.ts'
import { resumeRecordImports } from '#server/record-import/resume.ts'
import { readMode } from '#server/setup/mode.ts'
import { prepareSetup } from '#server/setup/prepare.ts'

/** The running program. */
export interface Program {
  readonly address: string
  /** The one-time link, while set-up is to be done. */
  readonly setupLink: string | null
  /** Rejects when the database is gone for good. */
  readonly lost: Promise<never>
  /** Ends everything in order: requests, jobs, connections, database. */
  readonly stop: () => Promise<void>
}

/** Starts the program. Where a step fails, what was started before it is stopped again. `onError` hears of errors outside of requests. */
export async function startProgram(settings: Settings, onError: (error: Error) => void): Promise<Program> {
  demandSecureListen(settings)
  demandKnownAnswers()
  const packs = await loadPacks()
  const address = addressOf(settings)
  const stops: (() => unknown)[] = []
  const stop = async () => {
    for (const step of stops.splice(0).toReversed()) await step()
  }
  try {
    // on an external database several processes may share the folder; the embedded one belongs to one
    const isShared = settings.databaseUrl !== null
    if (isShared) makeDataFolder(settings.data)
    else stops.push(claimDataFolder(settings.data, address).release)
    demandWhole(settings.data)
    await demandFreePort(settings)
    const database = await openOwnDatabase(settings, onError)
    stops.push(database.close)
    demandListenInMode(settings, await readMode(database.db))
    const sealer = await startSealer({ database, signer: openSigner(settings.data), clock: systemClock, onError, ...witnessOf(settings) })
    stops.push(sealer.stop)
    const files = await openFiles(path.join(settings.data, 'files'), { isShared })
    const jobs = await startJobs(database.pool, jobNames, onError)
    stops.push(jobs.stop)
    const live = await openLive(database.pool, onError)
    stops.push(live.stop)
    const parts = { db: database.db, clock: systemClock, newId: uuidv7, files, jobs, live, limits: await makeLimits(await openSignInRules(settings)), packs }
    const app = await buildHttp({ ...settings, logLevel: 'warn', isLoopbackOnly: isLoopback(settings.listen.host) }, parts)
    stops.push(() => app.close())
    const token = await prepareSetup(database.db, systemClock())
    await app.listen(settings.listen).catch((error: unknown) => {
      throw portTrouble(error, settings.listen)
    })
    await resumeImports(parts)
    await resumeRecordImports(parts)
    await jobs.work(makeHandlers(parts))
    await jobs.daily('roll-forward', () => rollForward(database.db, dayInShanghai(systemClock())))
    return { address, setupLink: token === null ? null : `${address}/setup#${token}`, lost: database.lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function witnessOf({ witness }: Settings) {
  return witness === null ? {} : { witness: fileWitness(witness) }
}
