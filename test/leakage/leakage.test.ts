import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawJob } from '#server/draw/job.ts'
import { planImportJob } from '#server/import/job.ts'
import { startTestServer, type TestServer } from '#test/database/test-server.ts'
import { buildWorld, type World } from '#test/leakage/build.ts'
import { worlds } from '#test/leakage/draw.ts'
import { everyRoute, isReading } from '#test/leakage/requests.ts'
import { leaksOf } from '#test/leakage/search.ts'
import { casesOf } from '#test/long.ts'

const SEED = 20_261_123
const WORLDS = casesOf(200, 12)
const OFFICE = 0

let server: TestServer
/** The world before: what is there belongs to another court. */
let former: World | null = null
beforeAll(async () => {
  server = await startTestServer({ jobNames: [planImportJob.name, drawJob.name] })
})
afterAll(() => server.close())

const drawn = fc.sample(worlds, { seed: SEED, numRuns: WORLDS }).map((world, n) => ({ n, world }))
const reading = everyRoute().filter(isReading)
const writing = everyRoute().filter((route) => !isReading(route))

test.for(drawn)(
  `assurance 37: world $n of seed ${SEED} tells nobody what is not theirs`,
  { timeout: 600_000 },
  async ({ n, world: drawing }) => {
    const world = await buildWorld(server, drawing, n)
    const others = [...drawing.accounts.keys()].filter((account) => drawing.accounts[account]?.post !== 'office')
    const answersTo = async (account: number, routes: typeof reading) => leaksOf(server, world, former, account, routes)
    // all of them ask at the same time: one reads while the database looks for another
    const read = async (account: number) => {
      const { leaks, unmade } = await answersTo(account, reading)
      return { account, leaks, unmade }
    }
    for (const told of await Promise.all([...others, OFFICE].map(read)))
      expect(told).toEqual({ account: told.account, leaks: [], unmade: [] })
    // by turns, each in a world that nobody has changed yet; the office last, as it may end what the others have
    for (const account of [others[n % others.length] ?? OFFICE, OFFICE]) {
      const { leaks, unmade } = await answersTo(account, writing)
      // what the office alone may ask need not come past the door: it may know everything of its court but what is personal
      expect({ account, leaks, unmade: account === OFFICE ? [] : unmade }).toEqual({ account, leaks: [], unmade: [] })
    }
    former = world
  },
)
