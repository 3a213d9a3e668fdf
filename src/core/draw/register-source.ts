import * as z from 'zod'
import { Day } from '#core/day/day.ts'
import { cleanCell } from '#core/draw/read-population.ts'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { FieldId, RegisterId } from '#core/register/field.ts'

/**
 * 总体来源: the filed records of a register that the drawer sees, from a day to a day. `number`: the field that holds the number (案号); null: the number a record
 * came with, or its own id. `strata`: how they are parted.
 */
export const DrawSource = z
  .strictObject({
    register: RegisterId,
    from: Day.nullable(),
    to: Day.nullable(),
    org: z.uuid().nullable(),
    /** For choice fields: one of these. */
    choices: z.partialRecord(FieldId, z.array(z.string().max(60)).min(1).max(200)),
    number: FieldId.nullable(),
    strata: z.union([z.enum(['none', 'org']), z.strictObject({ field: FieldId })]),
  })
  .readonly()
export type DrawSource = z.infer<typeof DrawSource>

/** A record as it goes into a population. */
export interface SourceRow {
  readonly record: string
  readonly id: string
  readonly stratum: string
}

/** Why records are no population: some without a number, two with the same one; a number that is too long; nothing in it. */
type SourceFault = 'records-without-id' | 'records-share-id' | 'record-id-too-long' | 'empty-population'

const LONGEST = 200

/** The list that a draw is frozen from, as a text of lines with a header. `earlier`: numbers that stand in the population already and do not come again. */
export function listOfRecords(
  rows: readonly SourceRow[],
  earlier: ReadonlySet<string> = new Set(),
): Outcome<{ readonly text: string; readonly strata: Readonly<Record<string, number>>; readonly items: number }, SourceFault> {
  const known = new Map<string, string>()
  const mute: string[] = []
  const strata: Record<string, number> = {}
  const lines: string[] = []
  for (const row of rows) {
    const [id, stratum] = [cleanCell(row.id), cleanCell(row.stratum)]
    if (id === '') mute.push(row.record)
    else if (known.has(id)) return refuse('records-share-id', { id, record: row.record, earlier: known.get(id) ?? '' })
    else if (id.length > LONGEST || stratum.length > LONGEST)
      return refuse('record-id-too-long', { record: row.record, most: String(LONGEST) })
    else if (!earlier.has(id)) {
      known.set(id, row.record)
      strata[stratum] = (strata[stratum] ?? 0) + 1
      lines.push(`${id}\t${stratum}`)
    }
  }
  if (mute.length > 0) return refuse('records-without-id', { count: String(mute.length), record: mute[0] ?? '' })
  return lines.length === 0
    ? refuse('empty-population')
    : accept({ text: `编号\t分层\n${lines.join('\n')}\n`, strata, items: lines.length })
}

/** The text of a field's value: choices joined, 是 or 否; everything else is no text. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string').join('、') : ''
}
