import type { Rule } from '#formats/layout/page.ts'

/** a b c d e f, as PDF writes it: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]
const THIN = 3
const SHORTEST = 6

/** Values that one path command takes, by its number: move, line, curve, quadratic curve, close. */
const TAKES: readonly number[] = [2, 2, 6, 4, 0]

/** The level and upright lines of a path, also those drawn as thin boxes; moved by the matrix. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix): Rule[] {
  const [a, b, c, d, e, f] = matrix
  const rules: Rule[] = []
  let points: (readonly [number, number])[] = []
  const end = (): void => {
    rules.push(...rulesThrough(points))
    points = []
  }
  for (let at = 0; at < path.length;) {
    const command = path[at] ?? 4
    const takes = TAKES[command] ?? 0
    if (command === 0) end()
    const [x, y] = [path[at + takes - 1] ?? 0, path[at + takes] ?? 0]
    if (takes > 0) points.push([a * x + c * y + e, b * x + d * y + f])
    else if (points[0] !== undefined) points.push(points[0])
    at += 1 + takes
  }
  end()
  return rules
}

function rulesThrough(points: readonly (readonly [number, number])[]): Rule[] {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const box = { x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys) }
  const [wide, high] = [box.x2 - box.x1, box.y2 - box.y1]
  if (points.length < 2 || Math.max(wide, high) < SHORTEST) return []
  if (high <= THIN) return [{ ...box, y1: (box.y1 + box.y2) / 2, y2: (box.y1 + box.y2) / 2 }]
  if (wide <= THIN) return [{ ...box, x1: (box.x1 + box.x2) / 2, x2: (box.x1 + box.x2) / 2 }]
  return points.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y]
    const side = { x1: Math.min(x, fromX), x2: Math.max(x, fromX), y1: Math.min(y, fromY), y2: Math.max(y, fromY) }
    const isStraight = side.x2 - side.x1 < 0.5 || side.y2 - side.y1 < 0.5
    return isStraight && Math.max(side.x2 - side.x1, side.y2 - side.y1) >= SHORTEST ? [side] : []
  })
}

/** One matrix after another. */
export function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ]
}
