import * as z from 'zod'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'

/**
 * 导入栏目: what a column of a sheet holds. `number`: the number in the ledger it came from; `id`: the record's own, as an export gives it; `from`, `to`: the day
 * or days; `subjects`: who did it; `field:<id>`: a field of the register.
 */
export const ImportTarget = z.union([
  z.enum(['number', 'org', 'from', 'to', 'subjects', 'id']),
  z.templateLiteral(['field:', z.string().regex(/^[a-z][A-Za-z0-9]{0,40}$/)]),
])
export type ImportTarget = z.infer<typeof ImportTarget>

/** A target as a sheet heads it. */
interface NamedTarget {
  readonly target: ImportTarget
  /** The first heads the column in an export. */
  readonly words: readonly [string, ...string[]]
  /** Null: not a field of the register. */
  readonly field: Field | null
}

const COMMON: readonly NamedTarget[] = [
  { target: 'number', words: ['编号', '登记编号', '台账编号', 'No.', 'Number'], field: null },
  { target: 'org', words: ['单位', '责任单位', '填报单位', '所属单位', '部门', 'Unit'], field: null },
  { target: 'from', words: ['日期', '开始日期', '发生日期', '时间', '起始日期', 'Date', 'From'], field: null },
  { target: 'to', words: ['结束日期', '截止日期', '终止日期', 'To'], field: null },
  { target: 'subjects', words: ['人员', '参加人员', '责任人', '姓名', 'People'], field: null },
]
const OWN_ID: NamedTarget = { target: 'id', words: ['系统标识', 'System id'], field: null }

/** Everything a column of a register's sheet can hold, in the order of an export. A field's label goes before a common word that is the same. */
export function targetsOf(register: Pick<Register, 'fields'>): readonly NamedTarget[] {
  const fields = register.fields.map((field): NamedTarget => ({
    target: `field:${field.id}`,
    words: field.labelEn === '' ? [field.label] : [field.label, field.labelEn],
    field,
  }))
  const labels = new Set(fields.flatMap(({ words }) => words))
  const common = COMMON.map(({ target, words: [first, ...others], field }): NamedTarget => {
    return { target, words: [first, ...others.filter((word) => !labels.has(word))], field }
  })
  return [...common, ...fields, OWN_ID]
}

/** How a column of an export looks. Widths in characters. */
export function fieldKind(target: ImportTarget, field: Field | null): { readonly kind: 'text' | 'number' | 'day'; readonly width: number } {
  if (target === 'from' || target === 'to' || field?.type === 'day') return { kind: 'day', width: 13 }
  if (field?.type === 'number' || field?.type === 'decimal') return { kind: 'number', width: 11 }
  if (target === 'id') return { kind: 'text', width: 12 }
  return { kind: 'text', width: field?.type === 'text' ? 36 : 18 }
}
