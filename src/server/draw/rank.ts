import { createHmac, createSecretKey } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { collectFirst, type Ranked } from '#core/draw/order.ts'
import { itemsIn } from '#core/draw/population.ts'

/** An item in the order of the draw, and the part of the population it came with. */
export type Placed = Ranked & { readonly part: number }

/** So many items are ranked before others get their turn. */
const AT_A_TIME = 2000
/** So many before progress is told. */
const A_REPORT = 50_000

/** What is ranked. `texts`: the frozen parts; `most`: how many of each stratum are wanted. */
interface Asked {
  readonly seed: string
  readonly texts: readonly string[]
  readonly most: Readonly<Record<string, number>>
}

/** The first of each stratum in the order of HMAC-SM3 under the seed. Lets others have their turn, and tells how far it is. */
export async function rankPopulation(
  { seed, texts, most }: Asked,
  tell: (done: number) => Promise<void>,
): Promise<Readonly<Record<string, readonly Placed[]>>> {
  // a key made once is four times faster than one made of bytes each time
  const key = createSecretKey(seed, 'hex')
  const first = collectFirst<Placed>(most)
  let done = 0
  for (const [index, text] of texts.entries()) {
    for (const item of itemsIn(text)) {
      first.add({ ...item, rank: createHmac('sm3', key).update(item.id).digest('hex'), part: index + 1 })
      done += 1
      if (done % AT_A_TIME === 0) await breathe()
      if (done % A_REPORT === 0) await tell(done)
    }
  }
  return first.first()
}
