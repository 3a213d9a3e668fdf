import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { drawJob } from '#server/draw/job.ts'
import type { Permission } from '#core/access/policy.ts'
import { planImportJob } from '#server/import/job.ts'
import { worlds } from '#test/leakage/draw.ts'

const SEED = 20_261_125
const MUTATED = [
  '#core/access/policy.ts',
  '#server/access/load-scope.ts',
  '#server/access/records.ts',
  '#server/access/seen.ts',
  '#server/handover/stored.ts',
  '#server/reconciliation/scope.ts',
  '#server/substitution/stored.ts',
]

/** The product with one rule of access left out. Each must be found by the search for leaks, or that search is worth nothing. */
const mutants: readonly (readonly [string, RegExp, () => void])[] = [
  [
    'every scope is the whole ledger',
    /./,
    () =>
      vi.doMock(import('#server/access/load-scope.ts'), async (original) => {
        const real = await original()
        return { ...real, loadScope: async (...given) => ({ ...(await real.loadScope(...given)), seesLedger: true }) }
      }),
  ],
  [
    'every scope is everything',
    /./,
    () =>
      vi.doMock(import('#server/access/load-scope.ts'), async (original) => {
        const real = await original()
        return { ...real, loadScope: async (...given) => ({ ...(await real.loadScope(...given)), seesLedger: true, seesAll: true }) }
      }),
  ],
  [
    'every commitment is seen',
    /./,
    () =>
      vi.doMock(import('#server/access/seen.ts'), async (original) => ({
        ...(await original()),
        isSeenCommitment: () => sql<boolean>`true`,
      })),
  ],
  [
    'every record is seen',
    /./,
    () =>
      vi.doMock(import('#server/access/records.ts'), async (original) => {
        const real = await original()
        return { ...real, recordSight: async (...given) => ({ ...(await real.recordSight(...given)), isSeen: sql<boolean>`true` }) }
      }),
  ],
  [
    'closures are of commitments that are not seen',
    /^closure\./,
    () =>
      vi.doMock(import('#server/access/seen.ts'), async (original) => ({
        ...(await original()),
        isSeenCommitment: () => sql<boolean>`true`,
      })),
  ],
  ['everybody takes the file of a closure', /closures/, () => permit('closure:take-file')],
  ['everybody reads draws', /draw/, () => permit('draw:read')],
  ['everybody reads who asked for which grant', /^grant\./, () => permit('grant:read')],
  [
    'handovers are everybody’s',
    /^handover\./,
    () =>
      vi.doMock(import('#server/handover/stored.ts'), async (original) => {
        const real = await original()
        return { ...real, loadHandovers: async (tx, jurisdictionId) => real.loadHandovers(tx, jurisdictionId, 'everybody') }
      }),
  ],
  [
    'substitutions are everybody’s',
    /^substitution\./,
    () =>
      vi.doMock(import('#server/substitution/stored.ts'), async (original) => {
        const real = await original()
        return { ...real, loadSubstitutions: async (tx, jurisdictionId) => real.loadSubstitutions(tx, jurisdictionId, 'everybody') }
      }),
  ],
  [
    'every reconciliation is seen, with its slip',
    /^reconciliation\.slip/,
    () =>
      vi.doMock(import('#server/reconciliation/scope.ts'), async (original) => ({
        ...(await original()),
        isSeenReconciliation: () => sql<boolean>`true`,
      })),
  ],
  [
    'everybody is cleared for every mark',
    /^record|^evidence|closures/,
    () =>
      vi.doMock(import('#server/access/load-scope.ts'), async (original) => {
        const real = await original()
        return { ...real, loadScope: async (...given) => ({ ...(await real.loadScope(...given)), clearance: 'restricted' as const }) }
      }),
  ],
]

/** Whoever is signed in may do this. */
function permit(permission: Permission): void {
  vi.doMock(import('#core/access/policy.ts'), async (original) => {
    const real = await original()
    return { ...real, can: (who, asked) => (asked === permission ? who !== null : real.can(who, asked)) }
  })
}

afterEach(() => {
  vi.resetModules()
  for (const each of MUTATED) vi.doUnmock(each)
})

test.for(mutants)('assurance 37: the search finds it when %s', { timeout: 600_000 }, async ([, routes, mutate]) => {
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
    const asked = everyRoute().filter((route) => routes.test(route.name) && (isReading(route) || route.name === 'reconciliation.slip'))
    for (const account of [...drawing.accounts.keys()].slice(1))
      if (found === 0) found = (await leaksOf(server, world, null, account, asked)).leaks.length
    expect(found).toBeGreaterThan(0)
  } finally {
    await server.close()
  }
})
