import * as z from 'zod'
import type { closure as contract, ClosureView } from '#contract/closure.ts'
import { signInNew } from '#server/account/account.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, enter, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Stages = z.custom<z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>>()
type Post = 'office' | 'leader' | 'unit'

/** A court in which closures are asked for and decided by several people. */
export interface ClosureCourt {
  readonly court: Court
  /** Signs in somebody new, who is a person of the sample where one is named. */
  readonly join: (name: string, post: Post, person?: string) => Promise<void>
  readonly ask: (who: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object | null) => ReturnType<Court['ask']>
  readonly view: (who: string, commitment: string) => Promise<ClosureView>
  readonly request: (who: string, commitment: string, aim?: object) => ReturnType<Court['ask']>
  readonly agree: (who: string, commitment: string) => ReturnType<Court['ask']>
  readonly act: (who: string, commitment: string, verb: string, input?: object) => ReturnType<Court['ask']>
  /** Enters a record as the office, with a file that proves it. */
  readonly prove: (register: string, entry: object) => Promise<string>
  readonly cookie: (who: string) => string
}

export async function startClosureCourt(): Promise<ClosureCourt> {
  const court = await startCourt()
  const office = (await court.server.ask('POST', '/api/session', { login: LOGIN, password: PASSWORD })).cookie ?? ''
  const cookies = new Map([['office', office]])
  const cookie = (who: string): string => cookies.get(who) ?? ''
  const ask: ClosureCourt['ask'] = (who, method, path, payload = null) => court.server.ask(method, `/api${path}`, payload, cookie(who))
  const view: ClosureCourt['view'] = async (who, commitment) => {
    const { body } = await ask(who, 'GET', `/commitments/${commitment}/closures`)
    const first = Stages.parse(body).stages[0]
    if (first === undefined) throw new Error(JSON.stringify(body))
    return first
  }
  return {
    court,
    cookie,
    ask,
    view,
    join: async (name, post, person) => {
      const made = await signInNew(court.server, office, { person: person === undefined ? null : court.person(person), name, post })
      cookies.set(name, made.cookie)
    },
    request: async (who, commitment, aim = { kind: 'close' }) => {
      const { version, stage } = await view('office', commitment)
      return ask(who, 'POST', `/commitments/${commitment}/closures`, { stage, version, aim, note: '依据上级部署，需要作出调整' })
    },
    agree: async (who, commitment) => {
      const { id, version, pinned } = await view(who, commitment)
      return ask(who, 'POST', '/closures/agree', { items: [{ id, version, pinned }], note: '' })
    },
    act: async (who, commitment, verb, input = {}) => {
      const { id, version } = await view(who, commitment)
      return ask(who, 'POST', `/closures/${id}/${verb}`, { version, ...input })
    },
    prove: async (register, entry) => {
      const { record } = await enter(court, register, entry)
      const file = Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n${record.id}`)
      const { evidence } = await uploaded(court, office, '证明.pdf', file)
      await ask('office', 'POST', `/records/${record.id}/evidence`, { evidence: [evidence.id] })
      return record.id
    },
  }
}
