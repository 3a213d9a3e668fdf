import { openRecordWorld } from '#bench/record-world.ts'
import type { Figure } from '#bench/workload.ts'
import { measureRecompute } from '#bench/workloads/recompute.ts'
import { measureRecords } from '#bench/workloads/record.ts'
import { measureStanding } from '#bench/workloads/standing.ts'

const COMMITMENTS = 100_000
const RECORDS = 1_000_000

/** What computes the ledger: 100,000 commitments over 1,000,000 records (`XIAOHAO_BENCH_PART=0.1`: a tenth of both). Linux only: it reads /proc. */
export async function engineWorkload(): Promise<Figure[]> {
  const part = Number(process.env['XIAOHAO_BENCH_PART'] ?? 1)
  const world = await openRecordWorld({ commitments: COMMITMENTS * part, records: RECORDS * part })
  try {
    return [...(await measureRecompute(world)), ...(await measureRecords(world)), ...(await measureStanding(world))]
  } finally {
    await world.close()
  }
}
