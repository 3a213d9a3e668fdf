import { changeMark, type Mark } from '#core/access/mark.ts'
import type { Pack } from '#core/pack/pack.ts'
import { demandRecordSeen, recordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { insertGrant, newGrant } from '#server/grant/stored.ts'
import type { JournalEntry } from '#server/journal/record.ts'
import { type Marked, nameOf, saveMark, standingMark } from '#server/mark/subject.ts'
import { accepted } from '#server/plan/accepted.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

type Caller = Context & { readonly packs: readonly Pack[] }
type Came = { readonly came: 'set' | 'request' }

interface Asked {
  readonly mark: Mark
  readonly reason: string
}

/** 标记登记簿, or a field of it: higher at once, lower once a second person confirmed it. */
export async function markRegister(
  context: Caller,
  { register, field, ...asked }: Asked & { readonly register: string; readonly field: string | null },
): Promise<Came> {
  return change(context, async ({ tx, allow, record }) => {
    allow('mark:set')
    const { came, entry } = await set(tx, context, { marked: { kind: 'register', register, field }, ...asked, clearance: null })
    await record({ verb: came === 'set' ? 'mark.set' : 'mark.request', ...entry })
    return { came }
  })
}

/** 标记工作记录 that one sees, up to one's own clearance. */
export async function markRecord(context: Caller, { id, ...asked }: Asked & { readonly id: string }): Promise<Came> {
  return change(context, async ({ tx, allow, scope, record }) => {
    allow('record:mark')
    const seen = await scope()
    await demandRecordSeen(tx, await recordSight(tx, seen, context.packs), id)
    const { came, entry } = await set(tx, context, { marked: { kind: 'record', id }, ...asked, clearance: seen.clearance })
    await record({ verb: came === 'set' ? 'mark.set' : 'mark.request', ...entry })
    return { came }
  })
}

async function set(
  tx: Tx,
  context: Caller,
  { marked, mark, reason, clearance }: Asked & { readonly marked: Marked; readonly clearance: Mark | null },
): Promise<Came & { readonly entry: Omit<JournalEntry, 'verb'> }> {
  const { actor, packs, now } = context
  const { jurisdictionId } = actor
  const { mark: former, name } = await standingMark(tx, { jurisdictionId, packs }, marked)
  const came = accepted(changeMark({ former, next: mark, clearance, isOnTrial: actor.mode === 'trial' }))
  const subject = nameOf(marked)
  if (came === 'set') await saveMark(tx, { jurisdictionId, now }, marked, mark)
  else await insertGrant(tx, jurisdictionId, newGrant(context, { kind: 'mark', subject, subjectName: name, value: mark, former, reason }))
  return { came, entry: { subject: { kind: 'mark', id: subject }, before: { mark: former }, after: { mark, reason } } }
}
