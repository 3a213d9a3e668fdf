import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { medianOf, type Figure } from '#bench/workload.ts'
import { planFile } from '#bench/plans.ts'

const program = fileURLToPath(new URL('../../bin/xiaohao.mjs', import.meta.url))

/** The whole command from start to end, as one types it. */
export function commandLineWorkload(): Figure[] {
  const file = planFile()
  const run = (): void => {
    const { status } = spawnSync(process.execPath, [program, 'compile', file], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (status !== 0) throw new Error(`xiaohao compile ended with ${status}`)
  }
  run()
  return [{ name: 'cli.compile', value: medianOf(10, run) / 1000, unit: 's', bound: 0.6 }]
}
