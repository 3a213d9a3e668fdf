/** So many rows go into one statement: PostgreSQL takes at most 65,535 parameters. */
const ROWS_A_STATEMENT = 1000

/** Rows in portions that one statement can carry. */
export function inParts<T>(rows: readonly T[] = []): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_STATEMENT) }, (_, part) =>
    rows.slice(part * ROWS_A_STATEMENT, (part + 1) * ROWS_A_STATEMENT),
  )
}
