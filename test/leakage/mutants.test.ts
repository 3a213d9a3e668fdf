import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { drawJob } from '#server/draw/job.ts'
import { planImportJob } from '#server/import/job.ts'
import { worlds } from '#test/leakage/draw.ts'

const SEED = 20_261_125

/** The product with one rule of access left out. Each must be found by the search for leaks, or that search is worth nothing. */
const mutants: readonly (readonly [string, () => void])[] = [
  [
    'every scope is the whole ledger',
    () =>
      vi.doMock(import('#server/access/load-scope.ts'), async (original) => {
        const real = await original()
        return { ...real, loadScope: async (...given) => ({ ...(await real.loadScope(...given)), seesLedger: true }) }
      }),
  ],
  [
    'every scope is everything',
    () =>
      vi.doMock(import('#server/access/load-scope.ts'), async (original) => {
        const real = await original()
        return { ...real, loadScope: async (...given) => ({ ...(await real.loadScope(...given)), seesLedger: true, seesAll: true }) }
      }),
  ],
  [
    'every commitment is seen',
    () =>
      vi.doMock(import('#server/access/seen.ts'), async (original) => ({
        ...(await original()),
        isSeenCommitment: () => sql<boolean>`true`,
      })),
  ],
  [
    'every record is seen',
    () =>
      vi.doMock(import('#server/access/records.ts'), async (original) => {
        const real = await original()
        return { ...real, recordSight: async (...given) => ({ ...(await real.recordSight(...given)), isSeen: sql<boolean>`true` }) }
      }),
  ],
]

afterEach(() => {
  vi.resetModules()
  vi.doUnmock('#server/access/load-scope.ts')
  vi.doUnmock('#server/access/seen.ts')
  vi.doUnmock('#server/access/records.ts')
})

test.for(mutants)('assurance 37: the search finds it when %s', { timeout: 600_000 }, async ([, mutate]) => {
  vi.resetModules()
  mutate()
  const { startTestServer } = await import('#test/database/test-server.ts')
  const { buildWorld } = await import('#test/leakage/build.ts')
  const { everyRoute, isReading } = await import('#test/leakage/requests.ts')
  const { leaksOf } = await import('#test/leakage/search.ts')
  const server = await startTestServer({ jobNames: [planImportJob.name, drawJob.name] })
  try {
    const [drawing] = fc.sample(worlds, { seed: SEED, numRuns: 1 })
    if (drawing === undefined) throw new Error('nothing drawn')
    const world = await buildWorld(server, drawing, 2000)
    let found = 0
    for (const account of [...drawing.accounts.keys()].slice(1))
      if (found === 0) found = (await leaksOf(server, world, null, account, everyRoute().filter(isReading))).leaks.length
    expect(found).toBeGreaterThan(0)
  } finally {
    await server.close()
  }
})
