import { createHash, createHmac, createSecretKey } from 'node:crypto'
import type { Figure } from '#bench/workload.ts'
import { sizesFor } from '#core/draw/order.ts'
import { populationText, strataOf } from '#core/draw/population.ts'
import { rankPopulation } from '#server/draw/rank.ts'

const CASES = 1_000_000
const RULE = { kind: 'count', count: 50_000 } as const

/** Drawing 50,000 of 1,000,000 cases, beside hashing their numbers alone. */
export async function drawWorkload(): Promise<Figure[]> {
  const items = Array.from({ length: CASES }, (_, index) => ({
    id: `(2026)某01民初${index}号`,
    stratum: index % 4 === 0 ? '行政' : '民事',
  }))
  const seed = createHash('sm3').update('bench').digest('hex')
  const [text, frozen] = await timed(() => Promise.resolve(populationText({ items, excluded: [] }, { rule: RULE, part: 1, before: '' })))
  const most = Object.fromEntries(Object.entries(sizesFor(RULE, strataOf(items))).map(([name, { drawn, spare }]) => [name, drawn + spare]))
  const key = createSecretKey(seed, 'hex')
  const [, bare] = await timed(() => {
    for (const { id } of items) createHmac('sm3', key).update(id).digest('hex')
    return Promise.resolve()
  })
  const [, ranked] = await timed(() => rankPopulation({ seed, texts: [text], most }, () => Promise.resolve()))
  return [
    { name: 'draw.freeze', value: frozen, unit: 's', bound: null },
    { name: 'draw.rank', value: ranked, unit: 's', bound: 10 },
    { name: 'draw.rank.overHashing', value: ranked / bare, unit: '×', bound: 3 },
  ]
}

/** Seconds of CPU. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(start)
  return [result, (user + system) / 1_000_000]
}
