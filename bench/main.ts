import { parseArgs } from 'node:util'
import type { Figure, Workload } from './workload.ts'

/** `npm run bench [-- NAME …] [--json]`: the figures of the named workloads, or of all. */
const workloads: Readonly<Record<string, () => Promise<Workload>>> = {
  compile: async () => (await import('./workloads/compile.ts')).compileWorkload,
  many: async () => (await import('./workloads/many.ts')).manyWorkload,
  cli: async () => (await import('./workloads/command-line.ts')).commandLineWorkload,
  start: async () => (await import('./workloads/start.ts')).startWorkload,
  ledger: async () => (await import('./workloads/ledger.ts')).ledgerWorkload,
  engine: async () => (await import('./workloads/engine.ts')).engineWorkload,
  standing: async () => (await import('./workloads/standing.ts')).standingWorkload,
  past: async () => (await import('./workloads/past.ts')).pastWorkload,
  pages: async () => (await import('./workloads/pages.ts')).pagesWorkload,
  closing: async () => (await import('./workloads/closing.ts')).closingWorkload,
  draw: async () => (await import('./workloads/draw.ts')).drawWorkload,
  grid: async () => (await import('./workloads/grid.ts')).gridWorkload,
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
const names = positionals.length > 0 ? positionals : Object.keys(workloads)
const figures: Figure[] = []
for (const name of names) {
  const load = Object.hasOwn(workloads, name) ? workloads[name] : undefined
  if (load === undefined) {
    console.error(`no such workload: ${name} (${Object.keys(workloads).join(', ')})`)
    process.exit(2)
  }
  figures.push(...(await (await load())()))
}

for (const { name, value, unit, bound } of figures) {
  const row = { name, value: Number(value.toPrecision(4)), unit, bound }
  console.log(
    values.json
      ? JSON.stringify(row)
      : [name.padEnd(28), `${row.value} ${unit}`.padStart(14), bound === null ? '' : `≤ ${bound} ${unit}`, isBroken(row) ? '✗' : '']
          .join('  ')
          .trimEnd(),
  )
}
if (figures.some(isBroken)) process.exitCode = 1

function isBroken({ value, bound }: Figure): boolean {
  return bound !== null && value > bound
}
