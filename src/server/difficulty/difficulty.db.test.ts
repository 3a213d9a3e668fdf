import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { DifficultyView } from '#contract/difficulty.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Posts = z.object({ posts: z.array(z.object({ id: z.string(), name: z.string(), holders: z.string() })) })
const Items = z.object({ items: z.array(DifficultyView) })

let court: Court
let cookies: Readonly<Record<'office' | 'unit' | 'asked' | 'other', string>>
let path = ''
let posts: z.infer<typeof Posts>['posts'] = []
beforeAll(async () => {
  court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const made = async (name: string, post: 'leader' | 'unit') =>
    (await signInNew(court.server, office, { person: court.person(name), name, post })).cookie
  const others = Posts.parse((await court.ask('GET', `/commitments/${court.commitment('1-1-2')}/difficulties`)).body)
  posts = others.posts
  const head = posts.find(({ name }) => name === '办公室主任')?.holders ?? ''
  cookies = { office, unit: await made('程砚秋', 'unit'), asked: await made(head, 'unit'), other: await made('许明远', 'leader') }
  path = `/commitments/${court.commitment('1-1-2')}/difficulties`
})
afterAll(() => court.server.close())

type Who = keyof typeof cookies
const ask = (who: Who, method: 'GET' | 'POST', at: string, payload: object | null = null) =>
  court.server.ask(method, `/api${at}`, payload, cookies[who])
const post = (name: string) => posts.find((each) => each.name === name)?.id ?? ''
const raised = (more: object = {}) => ({
  org: court.org('政治部'),
  words: '缺少能讲法治专题的外请师资',
  wants: '请协调师资',
  post: post('办公室主任'),
  answerBy: '2026-03-10',
  ...more,
})
async function first(who: Who) {
  const [found] = Items.parse((await ask(who, 'GET', '/difficulties')).body).items
  if (found === undefined) throw new Error('none')
  return found
}
async function act(who: Who, what: string, more: object = {}) {
  const { id, version } = await first(who)
  return ask(who, 'POST', `/difficulties/${id}/acts`, { version, act: what, note: '', body: null, day: null, ...more })
}
const refused = (refusal: string) => ({ status: 422, body: { data: { refusal } } })
const said = { note: '已请党校派两位教师，四月到位' }

test('a unit raises it for the holder of a post, with words and a day', async () => {
  expect(await ask('unit', 'POST', path, raised({ words: '缺人' }))).toMatchObject(refused('reason-too-short'))
  expect(await ask('unit', 'POST', path, raised({ answerBy: '2026-03-01' }))).toMatchObject(refused('answer-by-past'))
  expect((await ask('unit', 'POST', path, raised({ org: court.org('办公室') }))).status).toBe(404)
  expect((await ask('unit', 'POST', path, raised())).status).toBe(200)
  expect(await first('unit')).toMatchObject({ state: 'open', isLate: false, orgName: '政治部', postName: '办公室主任', may: ['withdraw'] })
})

test('who is asked sees it and answers, nobody else; the unit says whether it helps', async () => {
  expect((await first('asked')).may).toEqual(['answer', 'escalate'])
  expect((await first('other')).may).toEqual([])
  expect(await act('other', 'answer', said)).toMatchObject(refused('not-addressed'))
  expect(await act('asked', 'answer', { note: '知道了' })).toMatchObject(refused('reason-too-short'))
  expect(await act('unit', 'settle')).toMatchObject(refused('difficulty-state'))
  expect((await act('asked', 'answer', said)).status).toBe(200)
  expect(await first('unit')).toMatchObject({ state: 'answered', answer: said.note, may: ['contest', 'settle'] })
  expect(await act('asked', 'settle')).toMatchObject(refused('not-the-raiser'))
  expect((await act('unit', 'contest', { note: '教师没有到位，课程排不上', day: '2026-03-05' })).status).toBe(200)
})

test('unanswered it is late; put to a meeting the office enters what was decided', async () => {
  court.server.clock.forward(60 * 24 * 4)
  await court.signIn()
  cookies = { ...cookies, office: (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? '' }
  expect(await first('office')).toMatchObject({ state: 'open', isLate: true })
  expect(await act('office', 'escalate', said)).toMatchObject(refused('body-needed'))
  expect((await act('office', 'escalate', { note: '师资要全院统筹，请联席会议研究', body: 'joint-meeting' })).status).toBe(200)
  expect(await act('office', 'decide', { ...said, day: '2026-03-30' })).toMatchObject(refused('meeting-in-future'))
  expect((await act('office', 'decide', { ...said, day: '2026-03-05' })).status).toBe(200)
  expect(await first('office')).toMatchObject({ state: 'answered', body: 'joint-meeting', isLate: false })
})

test('two at once: one acts, the other hears of it', async () => {
  const { id, version } = await first('office')
  const raisedAgain = await court.ask('POST', path, raised({ answerBy: '2026-03-20' }))
  expect(raisedAgain.status).toBe(200)
  const stale = { version: version - 1, act: 'settle', note: '', body: null, day: null }
  expect((await ask('office', 'POST', `/difficulties/${id}/acts`, stale)).status).toBe(409)
})
