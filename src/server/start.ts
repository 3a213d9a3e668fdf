import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { disableIdle } from '#server/account/disable-idle.ts'
import { keepArchive } from '#server/archive/keep.ts'
import { makeLimits } from '#server/authn/guessing/limits.ts'
import { demandWhole } from '#server/backup/empty.ts'
import { openSignInRules } from '#server/authn/open-rules.ts'
import { openMailer } from '#server/digest/mailer.ts'
import { sendDigests } from '#server/digest/send.ts'
import { digestSettingsOf } from '#server/digest/settings.ts'
import { rollResponsibility } from '#server/dispatch/daily.ts'
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
import { openGauges } from '#server/operations/gauges.ts'
import { makeMetrics } from '#server/operations/metrics.ts'
import { serveMetrics } from '#server/operations/serve-metrics.ts'
import { loadPacks } from '#server/pack/load-packs.ts'
import { dayInShanghai, systemClock } from '#server/platform/clock.ts'
import { claimDataFolder, makeDataFolder } from '#server/platform/data-folder.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import type { Settings } from '#server/platform/settings.ts'
import { eraseEnded } from '#server/personal/erase.ts'
import { resumeBatches } from '#server/plan-batch/resume.ts'
import { resumeRecordImports } from '#server/record-import/resume.ts'
import { remindAutomatically } from '#server/reminder/automatic.ts'
import { readMode } from '#server/setup/mode.ts'
import { prepareSetup } from '#server/setup/prepare.ts'

/** How often it is looked whether a digest is due, or a message that failed. */
const EVERY_FEW_MINUTES = '*/5 * * * *'
/** So long a stop waits for requests under way: service managers wait a minute and a half. */
const REQUEST_PATIENCE_MS = 45_000

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
    const { archive, data, databaseUrl } = settings
    if (archive !== null && databaseUrl === null)
      stops.push(keepArchive({ pool: database.pool, data, archive, clock: systemClock, onError }).stop)
    const jobs = await startJobs(database.pool, jobNames, onError)
    stops.push(jobs.stop)
    const live = await openLive(database.pool, onError)
    stops.push(live.stop)
    const parts = {
      db: database.db,
      clock: systemClock,
      newId: uuidv7,
      files,
      jobs,
      live,
      limits: await makeLimits(await openSignInRules(settings)),
      packs,
      digest: digestSettingsOf(settings.mail),
    }
    const metrics = settings.metrics === null ? null : makeMetrics()
    const http = { ...settings, logLevel: settings.log, metrics, isLoopbackOnly: isLoopback(settings.listen.host) }
    const app = await buildHttp(http, parts)
    stops.push(() => closeInTime(app))
    if (settings.metrics !== null && metrics !== null)
      stops.push(await serveMetrics(settings.metrics, metrics, openGauges(database.pool, settings.data)))
    const token = await prepareSetup(database.db, systemClock())
    await app.listen(settings.listen).catch((error: unknown) => {
      throw portTrouble(error, settings.listen)
    })
    await resumeImports(parts)
    await resumeRecordImports(parts)
    await resumeBatches(parts)
    await jobs.work(makeHandlers(parts))
    await jobs.daily('disable-idle', async () => void (await disableIdle({ db: database.db, newId: uuidv7, now: systemClock() })))
    await jobs.daily('erase-ended', async () => void (await eraseEnded({ db: database.db, packs, newId: uuidv7, now: systemClock() })))
    await jobs.daily('roll-forward', () => rollForward(database.db, dayInShanghai(systemClock())))
    await jobs.daily('roll-responsibility', () => rollResponsibility(database.db, systemClock()))
    await jobs.daily('remind', async () => void (await remindAutomatically({ db: database.db, newId: uuidv7, now: systemClock() })))
    if (settings.mail !== null) {
      const mailer = openMailer(settings.mail)
      stops.push(mailer.close)
      const { hour, address: reachedAt } = settings.mail
      await jobs.regularly(
        'digest',
        EVERY_FEW_MINUTES,
        async () => void (await sendDigests({ ...parts, mailer, hour, address: reachedAt })),
      )
    }
    return { address, setupLink: token === null ? null : `${address}/setup#${token}`, lost: database.lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Lets requests under way end, for a while. */
async function closeInTime(app: FastifyInstance): Promise<void> {
  const impatience = setTimeout(() => app.server.closeAllConnections(), REQUEST_PATIENCE_MS)
  await app.close()
  clearTimeout(impatience)
}

function witnessOf({ witness }: Settings) {
  return witness === null ? {} : { witness: fileWitness(witness) }
}
