import { addMonths } from '#core/calendar/months.ts'
import type { Day } from '#core/day/day.ts'
import type { Register } from '#core/register/register.ts'

/** 保存期限: the last day on which a record about a person holds anything about them; null: its register names no end. `to`: the record's last day. */
export function keptUntil({ keptMonths }: Pick<Register, 'keptMonths'>, to: Day): Day | null {
  return keptMonths === null ? null : addMonths(to, keptMonths)
}

/** Records whose last day is before this one have reached their end; null: their register names none. */
export function endedBefore({ keptMonths }: Pick<Register, 'keptMonths'>, today: Day): Day | null {
  return keptMonths === null ? null : addMonths(today, -keptMonths)
}
