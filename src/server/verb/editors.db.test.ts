import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { OrganisationView } from '#contract/org.ts'
import { PlanView } from '#contract/plan.ts'
import { RegistersView } from '#contract/register.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, definitionOf, enter, startCourt, studyOf } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

type Method = Parameters<Court['ask']>[0]
type Asked = readonly [method: Method, path: string, payload: object]

let court: Court
let cookie = ''
beforeAll(async () => {
  court = await startCourt()
  cookie = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
})
afterAll(() => court.server.close())

/** What two people send who saw the same. */
const pairs: readonly (readonly [string, () => Promise<readonly [Asked, Asked]>])[] = [
  [
    'a record, corrected by both',
    async () => {
      const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-05'))
      const correct = (note: string): Asked => [
        'POST',
        `/records/${record.id}/correct`,
        { revision: 1, entry: studyOf(court, '2026-02-06'), note },
      ]
      return [correct('甲改'), correct('乙改')]
    },
  ],
  [
    'a record, corrected by one and voided by the other',
    async () => {
      const { record } = await enter(court, 'study-session', studyOf(court, '2026-02-07'))
      return [
        ['POST', `/records/${record.id}/correct`, { revision: 1, entry: studyOf(court, '2026-02-06'), note: '改' }],
        ['POST', `/records/${record.id}/void`, { revision: 1, reason: '这一条登记错了所以作废' }],
      ]
    },
  ],
  [
    'a commitment',
    async () => {
      const { commitments } = PlanView.parse((await court.ask('GET', `/plans/${court.planId}`)).body)
      const { id, version } = commitments[0] ?? { id: '', version: 0 }
      const edit = (value: string): Asked => ['PATCH', `/plans/${court.planId}/commitments/${id}`, { version, changes: { value } }]
      return [edit('13'), edit('14')]
    },
  ],
  [
    'how a commitment is counted',
    async () => {
      const path = `/commitments/${court.commitment('1-1-1')}/counting`
      return [
        ['PUT', path, { version: 0, definition: definitionOf(court, 'study-session', {}, { needs: 'submitted' }) }],
        ['PUT', path, { version: 0, definition: definitionOf(court, 'study-session', {}, { needs: 'accepted' }) }],
      ]
    },
  ],
  [
    'an org',
    async () => {
      const { version } = OrganisationView.parse((await court.ask('GET', '/organisation')).body)
      const rename = (name: string): Asked => [
        'POST',
        `/organisation/orgs/${court.org('研究室')}/rename`,
        { version, name, from: '2026-03-02' },
      ]
      return [rename('研究一室'), rename('研究二室')]
    },
  ],
  [
    'a register',
    async () => {
      const { registers } = RegistersView.parse((await court.ask('GET', '/registers')).body)
      const { id: register = '', ...definition } = registers.find(({ id }) => id === 'training') ?? {}
      const retitle = (title: string): Asked => [
        'PUT',
        `/registers/${register}/definition`,
        { version: 0, definition: { ...definition, title } },
      ]
      return [retitle('培训甲'), retitle('培训乙')]
    },
  ],
  [
    'the thresholds of lights',
    async () => {
      const Lights = z.object({ version: z.number(), thresholds: z.looseObject({}) })
      const { version, thresholds } = Lights.parse((await court.ask('GET', '/lights')).body)
      const set = (dueSoonDays: number): Asked => ['PUT', '/lights', { version, thresholds: { ...thresholds, dueSoonDays } }]
      return [set(11), set(12)]
    },
  ],
  [
    'the work days of a year',
    async () => [
      ['PUT', '/work-calendar', { year: 2031, version: 0, holidays: ['2031-01-01'], makeUpWorkDays: [] }],
      ['PUT', '/work-calendar', { year: 2031, version: 0, holidays: ['2031-01-02'], makeUpWorkDays: [] }],
    ],
  ],
  [
    'the day of a file',
    async () => {
      const { evidence } = await uploaded(court, cookie, '材料.txt', Buffer.from('材料'))
      const date = (datedOn: string): Asked => ['PATCH', `/evidence/${evidence.id}`, { version: 1, datedOn }]
      return [date('2026-02-01'), date('2026-02-02')]
    },
  ],
]

describe('assurance 43: of two who change the same at once one is told that it has changed, and what stands is what the other made of it', () => {
  test.for(pairs)('%s', async ([, make]) => {
    const [first, second] = await make()
    const answers = await Promise.all([court.ask(...first), court.ask(...second)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    // what stands now is named, so that it can be shown beside what one wanted
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'CONFLICT', data: { version: expect.any(Number) } })
    const late = await court.ask(...(answers[0]?.status === 409 ? first : second))
    expect(late.status).toBe(409)
  })
})
