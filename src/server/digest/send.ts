import { isWeekend, isWorkDay } from '#core/calendar/work-year.ts'
import type { Day } from '#core/day/day.ts'
import { isDigestTime, pauseAfter } from '#core/digest/digest.ts'
import { mailOf } from '#core/digest/mail-words.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Db } from '#server/db/connect.ts'
import { scopeTo } from '#server/db/connect.ts'
import { claim, loadDue, type Recipient, settle } from '#server/digest/delivery.ts'
import type { Mailer } from '#server/digest/mailer.ts'
import { readDigest } from '#server/digest/read.ts'
import { jobContext, type JobParts } from '#server/jobs/context.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { loadWorkCalendar } from '#server/work-calendar/load.ts'

interface Parts extends JobParts {
  readonly packs: readonly Pack[]
  readonly mailer: Mailer
  /** The hour from which it goes out, and where the program is reached. */
  readonly hour: number
  readonly address: string | null
}

const LONGEST_FAILURE = 300
const MILLISECONDS_AN_HOUR = 3_600_000
/** Hours of China Standard Time ahead of UTC; there is no summer time. */
const AHEAD = 8

/**
 * 每日提要 by e-mail: to everybody who wants it, once a work day, from the set hour on. Done again it sends to those alone who have not had theirs; after days of
 * standing still it sends that of today. Who has nothing gets nothing. Gives how many were handed over.
 */
export async function sendDigests(parts: Parts): Promise<number> {
  const now = parts.clock()
  const on = dayInShanghai(now)
  const hour = new Date(Date.parse(now) + AHEAD * MILLISECONDS_AN_HOUR).getUTCHours()
  const jurisdictions = await parts.db.selectFrom('jurisdiction').select(['id', 'name']).orderBy('id').execute()
  let sent = 0
  for (const { id, name } of jurisdictions) {
    if (!isDigestTime({ hour, isWorkDay: await isWorked(parts.db, id, on) }, parts.hour)) continue
    for (const recipient of await loadDue(parts.db, id, on, now))
      if ((await claim(parts.db, recipient, on, now)) && (await deliver(parts, recipient, { on, name }))) sent += 1
  }
  return sent
}

/** Weekdays, in a year whose table nobody has entered. */
async function isWorked(db: Db, jurisdictionId: string, on: Day): Promise<boolean> {
  const calendar = await db.transaction().execute((tx) => loadWorkCalendar(scopeTo(tx, jurisdictionId), jurisdictionId, null))
  const worked = isWorkDay(on, calendar)
  return worked.ok ? worked.value : !isWeekend(on)
}

async function deliver(
  parts: Parts,
  recipient: Recipient & { readonly attempts: number },
  { on, name }: { readonly on: Day; readonly name: string },
): Promise<boolean> {
  const { accountId, jurisdictionId, email, attempts } = recipient
  try {
    const context = await jobContext(parts, { accountId, jurisdictionId, requestId: parts.newId() })
    const { sections } = await readDigest({ ...context, packs: parts.packs })
    if (sections.length === 0) {
      await settle(parts.db, recipient, on, { state: 'empty' })
      return false
    }
    const words = mailOf(sections, { on, jurisdiction: name, address: parts.address })
    await parts.mailer.send({ ...words, to: email, id: `digest.${on}.${accountId}` })
    await settle(parts.db, recipient, on, { state: 'sent' })
    return true
  } catch (error) {
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_FAILURE)
    await settle(parts.db, recipient, on, { state: pauseAfter(attempts + 1) === null ? 'failed' : 'waiting', failure })
    return false
  }
}
