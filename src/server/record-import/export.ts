import type { Pack } from '#core/pack/pack.ts'
import { namer } from '#core/record-import/cell-text.ts'
import { recordCells } from '#core/record-import/record-cells.ts'
import { fieldKind, targetsOf } from '#core/record-import/target.ts'
import { namedIn } from '#core/record/named-in.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Moment } from '#core/moment/moment.ts'
import type { Register } from '#core/register/register.ts'
import type { Table } from '#formats/xlsx/table.ts'
import type { Tx } from '#server/db/connect.ts'
import { demandFieldsSeen, type RecordSight, recordSight } from '#server/access/records.ts'
import { AppError } from '#server/platform/errors.ts'
import { tableFile } from '#server/files/table-file.ts'
import { watermarked } from '#server/files/watermark.ts'
import { readMoment } from '#server/moment/read-moment.ts'
import { shownWords } from '#server/moment/words.ts'
import { namesOf } from '#server/record/names.ts'
import { inOrder } from '#server/record/order.ts'
import { type Seen, seenRecords } from '#server/record/seen.ts'
import { loadSetting } from '#server/record/setting.ts'
import { RECORD_COLUMNS, recordOf } from '#server/record/stored.ts'
import { loadNumbersOf } from '#server/record-import/numbers.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** More records are exported by filters, in several files. */
const MOST_ROWS = 100_000
const HOW_TO =
  '一条记录一行；日期写作 2026-03-01，半天写作“2026-03-01 上午”；一格内多个名称或选项用顿号分隔；已有记录靠编号或系统标识对应；没有的列可以删去。'

type Caller = Context & { readonly packs: readonly Pack[] }

/** 导出记录: the list as seen, from the register's definition, as .xlsx written in a thread of its own; without rows it is the template of an import. What leaves the product is journalled. */
export async function exportRecords(
  context: Caller,
  { isTemplate, ...seen }: Seen & Moment & { readonly isTemplate: boolean },
): Promise<File> {
  const table = await tableOf(context, seen, isTemplate)
  return isTemplate
    ? tableFile(table, `${table.title}-模板.xlsx`)
    : tableFile(watermarked(table, context), `${table.title}-${context.asOf}.xlsx`)
}

async function tableOf(context: Caller, seen: Seen & Moment, isTemplate: boolean): Promise<Table> {
  return change(context, async ({ tx: current, actor, allow, scope, record }) => {
    allow('record:export')
    const { jurisdictionId } = actor
    const tx = readMoment(current, context, seen)
    const sight = await recordSight(tx, await scope(), context.packs)
    demandFieldsSeen(sight, seen)
    const register = sight.registers.get(seen.register)
    // what is kept about single persons is not taken out in bulk
    if (register === undefined || register.sensitivity === 'personal') throw new AppError('NOT_FOUND')
    const records = isTemplate ? [] : await loadSeen(tx, sight, register, seen)
    const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', jurisdictionId).executeTakeFirstOrThrow()
    await record({
      verb: 'record.export',
      subject: { kind: 'register', id: register.id },
      after: { ...seen, isTemplate, rows: records.length },
    })
    return {
      sheet: register.title,
      title: register.title,
      subtitle: isTemplate
        ? HOW_TO
        : [`制表单位：${name}`, `制表日期：${context.asOf}`, ...shownWords(seen), `共 ${records.length} 条`].join('　'),
      columns: targetsOf(register).map(({ words: [header], target, field }) => ({
        header: field?.isRequired === true ? `${header}*` : header,
        ...fieldKind(target, field),
      })),
      rows: await rowsOf(tx, sight, register, records),
      frozenColumns: 1,
    }
  })
}

async function loadSeen(
  tx: Tx,
  { scope: { jurisdictionId }, isSeen, cleared }: RecordSight,
  register: Register,
  seen: Seen,
): Promise<readonly WorkRecord[]> {
  const { lateAfterDays } = await loadSetting(tx, jurisdictionId)
  const query = await seenRecords(tx, { jurisdictionId, register, lateAfterDays }, seen)
  const rows = await inOrder(query.where(isSeen).select(RECORD_COLUMNS), register, seen.sort).limit(MOST_ROWS).execute()
  return rows.map((row) => cleared(recordOf(row)))
}

async function rowsOf(tx: Tx, sight: RecordSight, register: Register, records: readonly WorkRecord[]): Promise<Table['rows']> {
  const { jurisdictionId } = sight.scope
  const keys = new Set(records.flatMap((each) => namedIn(each, register)))
  const nameOf = namer(await namesOf(tx, jurisdictionId, keys, sight))
  const numbers = await loadNumbersOf(
    tx,
    jurisdictionId,
    records.map(({ id }) => id),
  )
  const targets = targetsOf(register)
  return records.map((record) => {
    const cells = recordCells(record, numbers.get(record.id) ?? '', register.fields, nameOf)
    return targets.map(({ target }) => cells.get(target) ?? '')
  })
}
