import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const own = new URL('../packs/court/sample/plan.txt', import.meta.url)
const example = new URL('../../shared/example/court-plan.txt', import.meta.url)

/** Path of the plan to measure with: the example beside the checkout, else the sample plan of the product. */
export function planFile(): string {
  return fileURLToPath(existsSync(example) ? example : own)
}

/** A text of exactly `length` characters, made of our sample plan as often as needed. */
export function planOf(length: number): string {
  const text = readFileSync(own, 'utf8')
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}
