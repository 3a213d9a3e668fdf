import { DispatchBoard, DispatchView } from '#contract/dispatch.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { type Court, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

type Answer = Awaited<ReturnType<Court['ask']>>
type Board = ReturnType<typeof DispatchBoard.parse>
type View = ReturnType<typeof DispatchView.parse>

/** A court with people who can sign in, asked by name; `office` is the first account. */
export interface DispatchWorld {
  readonly court: Court
  readonly ask: (who: string, method: 'GET' | 'POST', path: string, payload?: object) => Promise<Answer>
  readonly boardOf: (who?: string) => Promise<Board>
  readonly viewOf: (ref: string, who?: string) => Promise<View>
  /** Does something to a commitment on the version that stands. */
  readonly act: (who: string, ref: string, verb: string, payload: object) => Promise<Answer>
  /** Hands commitments out to a unit by its name. */
  readonly handOut: (unit: string, ...refs: readonly string[]) => Promise<Answer>
}

/** People with accounts: heads of 政治部, 办公室 and 研究室, one who works in 办公室, and a leader. */
const PEOPLE = [
  ['程砚秋', 'unit'],
  ['陆怀瑾', 'unit'],
  ['乔木', 'unit'],
  ['唐致远', 'leader'],
] as const

export async function startDispatchWorld(): Promise<DispatchWorld> {
  const court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const cookies = new Map<string, string>()
  for (const [name, post] of PEOPLE) {
    cookies.set(name, (await signInNew(court.server, office, { person: court.person(name), name, post })).cookie)
  }
  const ask: DispatchWorld['ask'] = (who, method, path, payload) =>
    who === 'office' ? court.ask(method, path, payload) : court.server.ask(method, `/api${path}`, payload ?? null, cookies.get(who) ?? '')
  const viewOf: DispatchWorld['viewOf'] = async (ref, who = 'office') =>
    DispatchView.parse((await ask(who, 'GET', `/commitments/${court.commitment(ref)}/dispatch`)).body)
  return {
    court,
    ask,
    viewOf,
    boardOf: async (who = 'office') => DispatchBoard.parse((await ask(who, 'GET', '/dispatch')).body),
    async act(who, ref, verb, payload) {
      const { version } = await viewOf(ref)
      return ask(who, 'POST', `/commitments/${court.commitment(ref)}/dispatch/${verb}`, { version, ...payload })
    },
    async handOut(unit, ...refs) {
      const items = []
      for (const ref of refs) {
        const { commitment, version } = await viewOf(ref)
        items.push({ commitment, version, org: court.org(unit), supporting: [] })
      }
      return ask('office', 'POST', '/dispatch', { items, note: '' })
    },
  }
}
