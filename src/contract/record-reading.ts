import { oc } from '@orpc/contract'
import * as z from 'zod'
import { FORBIDDEN, NOT_FOUND } from '#contract/errors.ts'
import { Credited, Names } from '#contract/record.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day } from '#core/day/day.ts'
import { RecordId } from '#core/record/record.ts'
import { RegisterId } from '#core/register/field.ts'
import { Party, PartyId } from '#core/roster/party.ts'

/** What of a commitment is still owed on a day, and what a record of it begins with. `isMine`: the caller's own. */
const OwedSubject = z
  .object({
    subject: z.string(),
    period: z.string(),
    from: Day,
    to: Day.nullable(),
    required: z.string().nullable(),
    actual: z.string().nullable(),
    owed: z.string().nullable(),
    isMine: z.boolean(),
    /** Whose fact it then is; null: as for any other record. */
    org: PartyId.nullable(),
    subjects: z.array(Party).readonly(),
  })
  .readonly()

/** What a form for a record begins with: who enters it, for which org, and where it is for a commitment what that counts and is still owed. */
export const RecordStart = z
  .object({
    today: Day,
    me: Party.nullable(),
    org: PartyId.nullable(),
    commitment: z.object({ id: CommitmentId, ref: z.string(), sentence: z.string(), unit: z.string() }).nullable(),
    /** Whose records count for the commitment; empty without one. */
    registers: z.array(RegisterId).readonly(),
    /** Registers the caller may enter records in. */
    fillable: z.array(RegisterId).readonly(),
    owed: z.array(OwedSubject).readonly(),
    names: Names,
  })
  .readonly()

/** Somebody who can be named in a record. `more` tells those of one name apart: posts and orgs of a person, the holder of a post, the org above. */
export const OfferedParty = z
  .object({ kind: z.enum(['person', 'post', 'org', 'group']), id: PartyId, name: z.string(), more: z.string() })
  .readonly()

const kinds = z.enum(['person', 'post', 'org', 'group'])

export const recordReading = {
  start: oc
    .route({ method: 'POST', path: '/records/start', summary: '登记前:为谁、为哪项任务', tags: ['record'] })
    .errors({ FORBIDDEN, NOT_FOUND })
    .input(z.strictObject({ commitment: CommitmentId.nullable().default(null), on: Day.optional(), org: z.uuid().optional() }))
    .output(RecordStart),
  /** People, posts, orgs and groups of a day whose name holds the text, the nearest first. Without text: groups only. */
  parties: oc
    .route({ method: 'POST', path: '/records/parties', summary: '可填写的人员、职务、机构与群组', tags: ['record'] })
    .errors({ FORBIDDEN })
    .input(
      z.strictObject({
        text: z.string().trim().max(50),
        kinds: z.array(kinds).min(1).max(4),
        on: Day,
        limit: z.number().int().min(1).max(50).default(12),
      }),
    )
    .output(z.object({ items: z.array(OfferedParty).readonly() })),
  /** Everyone who belongs to a group on a day: people, for a post whoever holds it then, and orgs. */
  members: oc
    .route({ method: 'POST', path: '/records/members', summary: '群组成员(截至某日)', tags: ['record'] })
    .errors({ FORBIDDEN, NOT_FOUND })
    .input(z.strictObject({ group: z.uuid(), on: Day }))
    .output(z.object({ parties: z.array(Party).readonly(), names: Names })),
  /** What keys mean: `person:<id>`, `post:<id>`, `org:<id>`, pairs `a+b`, `record:<id>`, `commitment:<id>`; those that mean nothing are left out. */
  names: oc
    .route({ method: 'POST', path: '/records/names', summary: '名称', tags: ['record'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ keys: z.array(z.string().max(130)).max(2000) }))
    .output(z.object({ names: Names })),
  /** For which commitments the record that stands counts and why, and for which it does not. */
  credited: oc
    .route({ method: 'GET', path: '/records/{id}/credited', summary: '计入情况', tags: ['record'] })
    .errors({ FORBIDDEN, NOT_FOUND })
    .input(z.strictObject({ id: RecordId }))
    .output(z.object({ credited: z.array(Credited).readonly(), names: Names })),
  /** From how many days after the fact an entry is late (补录). */
  setting: oc
    .route({ method: 'GET', path: '/record-setting', summary: '登记设置', tags: ['record'] })
    .errors({ FORBIDDEN })
    .output(z.object({ lateAfterDays: z.number().int() })),
  set: oc
    .route({ method: 'PUT', path: '/record-setting', summary: '修改登记设置', tags: ['record'] })
    .errors({ FORBIDDEN })
    .input(z.strictObject({ lateAfterDays: z.number().int().min(0).max(366) }))
    .output(z.object({ lateAfterDays: z.number().int() })),
}
