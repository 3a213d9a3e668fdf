import { readFileSync } from 'node:fs'
import { medianOf, type Figure } from '#bench/workload.ts'
import { planFile, planOf } from '#bench/plans.ts'
import { compile } from '#compiler/compile.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { readText } from '#formats/text/read-text.ts'

const WARM_UP = 20

/** Compiling a plan of the example's size once warm, and whether time grows with length alone. */
export function compileWorkload(): Figure[] {
  const plan = readText(readFileSync(planFile()))
  const [short, long] = [documentOf(planOf(7_000)), documentOf(planOf(700_000))]
  for (let turn = 0; turn < WARM_UP; turn++) compile(plan)
  const warm = medianOf(30, () => compile(plan))
  const perShort = medianOf(30, () => compile(short)) / short.text.length
  const perLong = medianOf(5, () => compile(long)) / long.text.length
  return [
    { name: 'compile.plan', value: warm, unit: 'ms', bound: 15 },
    { name: 'compile.perCharacter.short', value: perShort * 1000, unit: 'µs', bound: null },
    { name: 'compile.perCharacter.long', value: perLong * 1000, unit: 'µs', bound: null },
    { name: 'compile.growth', value: perLong / perShort, unit: '×', bound: 1.5 },
  ]
}

function documentOf(text: string): SourceDocument {
  return readText(new TextEncoder().encode(text))
}
