import type { Run } from './page.ts'

/** A line of text, put together from its pieces. `edge`: where lines of its column end at most. */
export interface TextLine {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly edge?: number
  readonly runs: readonly Run[]
}

/** The lines that pieces make, from the top. Pieces belong to one line where their baselines are less than half a character apart. */
export function linesOf(runs: readonly Run[]): TextLine[] {
  const rows: Run[][] = []
  for (const run of runs.filter(({ text }) => text.trim() !== '').toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1)
    const near = last?.[0]
    if (last !== undefined && near !== undefined && run.y - near.y < Math.max(near.size, run.size) * 0.5) last.push(run)
    else rows.push([run])
  }
  return rows.map((row) => lineFrom(row.toSorted((a, b) => a.x - b.x)))
}

function lineFrom(row: readonly Run[]): TextLine {
  let text = ''
  let right = row[0]?.x ?? 0
  for (const run of row) {
    if (text !== '' && needsSpace(text, run, run.x - right)) text += ' '
    text += run.text.trim()
    right = Math.max(right, run.x + run.width)
  }
  return { text, x: row[0]?.x ?? 0, right, y: row[0]?.y ?? 0, size: Math.max(...row.map(({ size }) => size)), runs: row }
}

/** Programs widen the gap between Chinese and digits; only words and wide gaps are told apart. */
function needsSpace(text: string, run: Run, gap: number): boolean {
  if (gap >= run.size * 0.9) return true
  return gap > run.size * 0.15 && /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(run.text.trim())
}
