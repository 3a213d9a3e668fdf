import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Permission } from '#core/access/policy.ts'
import { drawJob } from '#server/draw/job.ts'
import { planImportJob } from '#server/import/job.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'
import { buildWorld, type World } from '#test/leakage/build.ts'
import { worlds } from '#test/leakage/draw.ts'

const SEED = 20_261_125
const MUTATED = [
  '#core/access/policy.ts',
  '#server/access/load-scope.ts',
  '#server/access/records.ts',
  '#server/access/demand.ts',
  '#server/access/seen.ts',
  '#server/change/stored.ts',
  '#server/difficulty/stored.ts',
  '#server/dispatch/load.ts',
  '#server/handover/stored.ts',
  '#server/inspection/sight.ts',
  '#server/similar-case-review/seen.ts',
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

const seeingAll: readonly (readonly [string, RegExp, () => void])[] = [
  [
    'every difficulty is seen',
    /^difficulty\.list/,
    () =>
      vi.doMock(import('#server/difficulty/stored.ts'), async (original) => {
        const real = await original()
        return { ...real, loadDifficulties: async (tx, scope, query) => real.loadDifficulties(tx, { ...scope, ...ALL }, query) }
      }),
  ],
  [
    'every change is seen',
    /^change\.list/,
    () =>
      vi.doMock(import('#server/change/stored.ts'), async (original) => {
        const real = await original()
        return { ...real, loadChanges: async (tx, scope, query) => real.loadChanges(tx, { ...scope, ...ALL }, query) }
      }),
  ],
  [
    'everything that was handed out is seen',
    /^dispatch\.board/,
    () =>
      vi.doMock(import('#server/dispatch/load.ts'), async (original) => {
        const real = await original()
        return { ...real, loadEntries: async (tx, jurisdictionId, _, which) => real.loadEntries(tx, jurisdictionId, null, which) }
      }),
  ],
  ...(['progress', 'reminder', 'change'] as const).map(
    (noun) =>
      [
        `nobody asks whether the commitment is seen whose ${noun} is told`,
        new RegExp(`^${noun}\\.ofCommitment`),
        () =>
          vi.doMock(import('#server/access/demand.ts'), async (original) => ({
            ...(await original()),
            demandCommitmentSeen: async () => undefined,
          })),
      ] as const,
  ),
  [
    'every inspection is seen',
    /^inspection\.get|^inspection\.list/,
    () =>
      vi.doMock(import('#server/inspection/sight.ts'), async (original) => ({
        ...(await original()),
        isSeenInspection: () => sql<boolean>`true`,
      })),
  ],
  [
    'units are told of findings that were taken back before',
    /^inspection\.get$/,
    () =>
      vi.doMock(import('#server/inspection/sight.ts'), async (original) => ({
        ...(await original()),
        wasTold: () => sql<boolean>`finding.state <> 'noted'`,
      })),
  ],
  [
    'everybody sees what others are asked to look for',
    /^similarCaseReview\./,
    () =>
      vi.doMock(import('#server/similar-case-review/seen.ts'), async (original) => ({
        ...(await original()),
        isSeenReview: () => sql<boolean>`true`,
      })),
  ],
  ['everybody reads what the office has taught', /^phraseRule\.list/, () => permit('phrase-rule:read')],
  ['everybody reads the batches and revisions of plans', /^planBatch\.|^revision\./, () => permit('plan:import')],
  ['everybody reads the quarter as it is handed up', /^quarterReport\.|quarter-reports/, () => permit('quarter-report:read')],
  ['everybody reads what waits for the office', /^queue\./, () => permit('queue:read')],
]

const ALL = { seesLedger: true, seesAll: true } as const

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

const drawing = fc.sample(worlds, { seed: SEED, numRuns: 1 })
/** The world as the whole product has made it: what is left out is left out of answers alone. */
let built: TestServer
let world: World
beforeAll(async () => {
  built = await startTestServer({ jobNames: [planImportJob.name, drawJob.name] })
  for (const drawn of drawing) world = await buildWorld(built, drawn, 2000)
}, 600_000)
afterAll(() => built.close())

test.for([...mutants, ...seeingAll])('assurance 37: the search finds it when %s', { timeout: 600_000 }, async ([, routes, mutate]) => {
  vi.resetModules()
  mutate()
  const mutated = await import('#test/database/test-server.ts')
  const { everyRoute, isReading } = await import('#test/leakage/requests.ts')
  const { leaksOf } = await import('#test/leakage/search.ts')
  const server = await mutated.startTestServer({ beside: built })
  try {
    let found = 0
    const asked = everyRoute().filter((route) => routes.test(route.name) && (isReading(route) || route.name === 'reconciliation.slip'))
    for (const account of [...world.drawn.accounts.keys()].slice(1))
      for (const route of asked) if (found === 0) found = (await leaksOf(server, world, null, account, [route])).leaks.length
    expect(found).toBeGreaterThan(0)
  } finally {
    await server.close()
  }
})
