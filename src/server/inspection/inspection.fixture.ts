import { InspectionFindingView, InspectionView } from '#contract/inspection.ts'
import type { InspectionFindingAct } from '#core/inspection/finding.ts'
import type { InspectionAct } from '#core/inspection/inspection.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { PLAIN_JPEG } from '#formats/evidence/shot.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

/** Who takes part in an inspection of 立案庭 and 执行局: 石敬川 leads it, 白予安 goes along, 林疏影 and 高见山 head what is inspected, 宋知微 is a leader. */
const PEOPLE = { lead: '石敬川', along: '白予安', unit: '林疏影', other: '高见山', leader: '宋知微' } as const
/** Somebody who signs in. */
export type Who = keyof typeof PEOPLE | 'office'

/** A court whose units are inspected; today is 2026-03-02. */
export interface InspectedCourt {
  readonly court: Court
  readonly ids: Readonly<Record<Who, string>>
  readonly ask: (who: Who, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => ReturnType<Court['ask']>
  readonly planOf: (changes?: object) => object
  readonly drafted: (changes?: object) => Promise<InspectionView>
  readonly act: (who: Who, id: string, act: InspectionAct, more?: object) => ReturnType<Court['ask']>
  /** Filed and begun. */
  readonly running: (changes?: object) => Promise<InspectionView>
  readonly get: (who: Who, id: string) => Promise<InspectionView>
  readonly noted: (inspection: InspectionView, changes?: object) => Promise<InspectionFindingView>
  readonly actOn: (who: Who, finding: InspectionFindingView, act: InspectionFindingAct, more?: object) => ReturnType<Court['ask']>
  /** A finding after some acts that are allowed. */
  readonly after: (
    finding: InspectionFindingView,
    ...acts: readonly (readonly [Who, InspectionFindingAct])[]
  ) => Promise<InspectionFindingView>
  readonly photo: (who: Who, mark: string) => Promise<string>
}

const SAID = '一二三四五六七八九十，已经说明。'

/** Starts it. */
export async function startInspected(jobNames: readonly string[] = []): Promise<InspectedCourt> {
  const court = await startCourt(jobNames)
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const { body } = await court.server.ask('GET', '/api/session', null, office)
  const cookies: Record<string, string> = { office }
  const ids: Record<string, string> = { office: String(body['accountId']) }
  for (const [who, name] of Object.entries(PEOPLE)) {
    const post = who === 'leader' ? 'leader' : 'unit'
    const made = await signInNew(court.server, office, { person: court.person(name), name, post })
    cookies[who] = made.cookie
    ids[who] = made.id
  }
  const idOf = (who: Who): string => ids[who] ?? ''
  const ask: InspectedCourt['ask'] = (who, method, path, payload) => court.server.ask(method, `/api${path}`, payload ?? null, cookies[who])
  const planOf: InspectedCourt['planOf'] = (changes = {}) => ({
    kind: 'special',
    title: '审务督察',
    topic: '窗口服务',
    purpose: '',
    from: '2026-03-02',
    to: '2026-03-06',
    draw: null,
    lead: idOf('lead'),
    members: [idOf('along')],
    visits: [visitOf(court.org('立案庭')), visitOf(court.org('执行局'), { minutes: 30 })],
    items: [
      { words: '窗口有人在岗', lookAt: '现场查看', commitments: [] },
      { words: '议事规则已经修订', lookAt: '查看文件', commitments: [court.commitment('1-1-3')] },
    ],
    reasonOver: '',
    ...changes,
  })
  const get: InspectedCourt['get'] = async (who, id) => InspectionView.parse((await ask(who, 'GET', `/inspections/${id}`)).body)
  const drafted: InspectedCourt['drafted'] = async (changes) =>
    InspectionView.parse((await ask('office', 'POST', '/inspections', { plan: planOf(changes) })).body)
  const act: InspectedCourt['act'] = async (who, id, what, more = {}) => {
    const { version } = await get('office', id)
    return ask(who, 'POST', `/inspections/${id}/acts`, { version, act: what, note: SAID, summary: SAID, suggestions: '', ...more })
  }
  const actOn: InspectedCourt['actOn'] = (who, { id, version }, what, more = {}) =>
    ask(who, 'POST', `/inspection-findings/${id}/acts`, { version, act: what, note: SAID, photos: [], ...more })
  return {
    court,
    ids: {
      office: idOf('office'),
      lead: idOf('lead'),
      along: idOf('along'),
      unit: idOf('unit'),
      other: idOf('other'),
      leader: idOf('leader'),
    },
    ask,
    planOf,
    drafted,
    act,
    async running(changes) {
      const { id } = await drafted(changes)
      const filed = await act('office', id, 'file')
      const begun = await act('lead', id, 'begin')
      if (filed.status !== 200 || begun.status !== 200) throw new Error(JSON.stringify([filed.body, begun.body]))
      return get('lead', id)
    },
    get,
    async noted(inspection, changes = {}) {
      const input = { visit: inspection.visits[0]?.id, item: null, words: '窗口上午无人在岗约二十分钟', demand: '制定并执行窗口轮岗安排' }
      const answer = await ask('lead', 'POST', `/inspections/${inspection.id}/findings`, {
        ...input,
        dueOn: '2026-03-20',
        photos: [],
        ...changes,
      })
      return InspectionFindingView.parse(answer.body)
    },
    actOn,
    async after(finding, ...acts) {
      let last = finding
      for (const [who, what] of acts) last = InspectionFindingView.parse((await actOn(who, last, what)).body)
      return last
    },
    async photo(who, mark) {
      const bytes = Buffer.concat([PLAIN_JPEG, Buffer.from(mark)])
      return (await uploaded(court, cookies[who] ?? '', '现场.jpg', bytes)).evidence.id
    },
  }
}

/** What is asked of one unit: two people, sixty minutes, on the first day. */
export function visitOf(org: string, changes: object = {}): object {
  return { org, drawn: null, from: '2026-03-02', to: '2026-03-02', people: 2, minutes: 60, ...changes }
}
