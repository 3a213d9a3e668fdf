import type { LateItem, ReportFigures, ReportPlace, ReportRow } from './quarter-report.ts'

/** What a commitment comes to. What was struck off as a whole stays so, whatever its light says; a stage makes it `staged` only. */
export function placeOf({ closing, light }: Pick<ReportRow, 'closing' | 'light'>): ReportPlace {
  if (closing === 'closed' || closing === 'terminated') return closing
  if (closing === 'stage') return 'staged'
  if (light === null || light === 'undetermined') return 'undefined'
  return light === 'done' || light === 'waived' ? 'staged' : 'open'
}

/** The figures of each aspect, in the order of the rows, and of all. */
export function reportFigures(rows: readonly ReportRow[]): { readonly aspects: readonly ReportFigures[]; readonly all: ReportFigures } {
  const groups = Map.groupBy(rows, ({ plan, aspect }) => `${plan} ${aspect}`)
  const aspects = [...groups.values()].map((group) => figuresOf(group, group[0] ?? null))
  return { aspects, all: figuresOf(rows, null) }
}

function figuresOf(rows: readonly ReportRow[], of: Pick<ReportRow, 'plan' | 'planTitle' | 'aspect'> | null): ReportFigures {
  const placed = rows.map((row) => ({ row, place: placeOf(row) }))
  const count = (wanted: ReportPlace): number => placed.filter(({ place }) => place === wanted).length
  const open = placed.flatMap(({ row, place }) => (place === 'open' ? [row] : []))
  return {
    plan: of?.plan ?? null,
    planTitle: of?.planTitle ?? '',
    aspect: of?.aspect ?? '',
    findings: new Set(rows.flatMap(({ plan, finding }) => (finding === '' ? [] : [`${plan} ${finding}`]))).size,
    total: rows.length,
    closed: count('closed'),
    staged: count('staged'),
    open: open.length,
    undefined: count('undefined'),
    terminated: count('terminated'),
    overdue: open.filter(({ light }) => light === 'overdue').length,
    closedNow: rows.filter(({ isClosedNow }) => isClosedNow).map(({ ref }) => ref),
    late: placed.flatMap(({ row, place }) => lateItem(row, place)),
  }
}

/** What is overdue, and what left something undone in an earlier period. What was struck off or ended owes nothing. */
function lateItem({ commitment, ref, sentence, units, headway, light, arrears }: ReportRow, place: ReportPlace): readonly LateItem[] {
  const isOverdue = place === 'open' && light === 'overdue'
  const isOfEarlier = !isOverdue && arrears > 0 && (place === 'open' || place === 'staged')
  return isOverdue || isOfEarlier ? [{ commitment, ref, sentence, units, headway, isOfEarlier }] : []
}
