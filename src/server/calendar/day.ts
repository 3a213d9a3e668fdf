import * as z from 'zod'
import type { CalendarOfDay } from '#contract/calendar.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import type { Day } from '#core/day/day.ts'
import { type Lit, lightFrom } from '#core/light/light.ts'
import { isNow, type Moment } from '#core/moment/moment.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { Decimal } from '#core/quantity/decimal.ts'
import { RecordId } from '#core/record/record.ts'
import type { Terms } from '#core/terms/terms.ts'
import { recordSight } from '#server/access/records.ts'
import { dueWithin, type Narrowed } from '#server/calendar/due.ts'
import { nameOf } from '#server/calendar/month.ts'
import { recordedWithin } from '#server/calendar/recorded.ts'
import { editionFor, readAt, type WithJobs } from '#server/ledger/edition.ts'
import { loadLightSetting } from '#server/light/load.ts'
import { namesOf } from '#server/record/names.ts'
import { view } from '#server/verb/change.ts'

type Caller = WithJobs & { readonly packs: readonly Pack[] }
const MOST = 200
// the columns hold what core made: they are taken as they are
const detailColumn = z.custom<Omit<Lit, 'asOf' | 'isBegun'> & { readonly owed: Decimal | null }>()
const termsColumn = z.custom<Terms>()

/** 日历 of one day: what may be done until then, what ends then with something owed, and what took place. */
export async function calendarDay(
  context: Caller,
  input: Narrowed & Moment & { readonly day: Day },
): Promise<z.infer<typeof CalendarOfDay>> {
  const edition = isNow(input, context.asOf) ? null : await editionFor(context, input, 'calendar:read')
  return view(context, async ({ tx: current, actor, allow, scope }) => {
    allow('calendar:read')
    const { jurisdictionId } = actor
    const tx = edition === null ? current : readAt(current, jurisdictionId, edition)
    const seen = await scope()
    const span = { from: input.day, to: input.day }
    const { total: dueTotal } = await dueWithin(tx, seen, span, input)
      .select((eb) => eb.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const due = await dueWithin(tx, seen, span, input)
      .innerJoin('counting', (join) =>
        join
          .onRef('counting.jurisdictionId', '=', 'occurrence.jurisdictionId')
          .onRef('counting.commitmentId', '=', 'occurrence.commitmentId'),
      )
      .where('counting.jurisdictionId', '=', jurisdictionId)
      .where('counting.terms', 'is not', null)
      .select(['occurrence.commitmentId', 'occurrence.subject', 'occurrence.detail', 'occurrence.isBegun', 'occurrence.latestSafeDay'])
      .select(['counting.terms', 'ledgerEntry.ref', 'ledgerEntry.sentence'])
      .orderBy('ledgerEntry.ordinal')
      .orderBy('occurrence.subject')
      .limit(MOST)
      .execute()
    const sight = await recordSight(tx, seen, context.packs)
    const { total: recordTotal } = await recordedWithin(tx, sight, span, input)
      .select((eb) => eb.fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const records = await recordedWithin(tx, sight, span, input)
      .select(['recordRevision.id', 'recordRevision.register', 'recordRevision.orgId'])
      .orderBy('recordRevision.register')
      .orderBy('recordRevision.id')
      .limit(MOST)
      .execute()
    const names = await namesOf(tx, jurisdictionId, [
      ...due.flatMap(({ subject }) => subject.split('+')),
      ...records.map(({ orgId }) => `org:${orgId}`),
    ])
    const { thresholds } = await loadLightSetting(tx, jurisdictionId)
    return {
      due: {
        total: Number(dueTotal),
        items: due.map((row) => {
          const detail = detailColumn.parse(row.detail)
          const { target } = termsColumn.parse(row.terms)
          return {
            commitment: CommitmentId.parse(row.commitmentId),
            ref: row.ref,
            sentence: row.sentence,
            subject: nameOf(row.subject, names),
            owed: detail.owed,
            unit: target.unit,
            isLastSafe: row.latestSafeDay === input.day,
            light: lightFrom({ ...detail, asOf: input.asOf ?? context.asOf, isBegun: row.isBegun }, target, thresholds),
          }
        }),
      },
      recorded: {
        total: Number(recordTotal),
        items: records.map(({ id, register, orgId }) => {
          const found = [...sight.registers.values()].find((each) => each.id === register)
          return {
            id: RecordId.parse(id),
            register: registerColumn.parse(register),
            title: found?.title ?? register,
            titleEn: found?.titleEn ?? '',
            org: names[`org:${orgId}`] ?? '',
          }
        }),
      },
    }
  })
}

const registerColumn = z.custom<z.infer<typeof CalendarOfDay>['recorded']['items'][number]['register']>()
