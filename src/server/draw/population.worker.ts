import { createHash } from 'node:crypto'
import { workerData } from 'node:worker_threads'
import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'
import { readPopulation, rowsOfText } from '#core/draw/read-population.ts'
import { exclude, itemsIn, populationText, strataOf } from '#core/draw/population.ts'
import { decodeText } from '#formats/text/decode-text.ts'
import { answerFromWorker } from '#formats/worker/answer-from-worker.ts'
import { readTable } from '#formats/xlsx/read-table.ts'
import type { FrozenList, ListAsked, ReadList } from '#server/draw/read-list.ts'

const { name, bytes, freeze }: ListAsked = workerData
await answerFromWorker(() => {
  const rows = /\.(?:xlsx|xls)$/i.test(name) ? readTable(name, bytes) : rowsOfText(decodeText(bytes))
  const read = readPopulation(rows)
  if (!read.ok) return read
  if (freeze === null) return accept({ items: read.value.items.length, strata: strataOf(read.value.items) } satisfies ReadList)
  return frozen(freeze, read.value)
})

function frozen(
  { about, excluded, earlier }: NonNullable<ListAsked['freeze']>,
  population: Parameters<typeof exclude>[0],
): Outcome<FrozenList, string> {
  const left = exclude(population, excluded)
  if (!left.ok) return left
  const ids = new Set(left.value.items.map(({ id }) => id))
  for (const text of earlier) {
    for (const { id } of itemsIn(text)) if (ids.has(id)) return refuse('in-earlier-part', { id })
  }
  const text = populationText(left.value, about)
  return accept({
    text,
    hash: createHash('sm3').update(text).digest('hex'),
    items: left.value.items.length,
    excluded: left.value.excluded.length,
    strata: strataOf(left.value.items),
  })
}
