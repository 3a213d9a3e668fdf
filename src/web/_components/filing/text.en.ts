import type { Text } from './text.zh.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const en = {
  title: 'Filing',
  asOf: (day) => `as of ${day}`,
  unit: 'Unit',
  joint: 'Jointly',
  loading: 'Reading…',
  none: 'Nothing was due yet this year.',
  unknown: (names) =>
    `The organisation has nobody called “${names}”: add an org or a group of that name, or an alias to one that stands there.`,
  states: { filed: 'filed', late: 'late', missing: 'missing', open: 'to come', none: '—' },
  signs: { filed: '✓', late: '!', missing: '✕', open: '·', none: '' },
  zero: 'zero',
  due: (period, day) => `${period}, by ${day}`,
  file: (unit, period) => `File ${period} for ${unit}`,
  month: (month) => MONTHS[month - 1] ?? String(month),
  quarter: (quarter) => `Q${quarter}`,
  half: (half) => `H${half}`,
  year: (year) => year,
} satisfies Text
