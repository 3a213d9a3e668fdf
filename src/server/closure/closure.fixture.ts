import * as z from 'zod'
import { ChangeView } from '#contract/change.ts'
import type { closure as contract, ClosureView } from '#contract/closure.ts'
import { OWN_PASSWORD, signInNew } from '#server/account/account.fixture.ts'
import { uploaded } from '#server/evidence/evidence.fixture.ts'
import { type Court, definitionOf, enter, startCourt } from '#server/occurrence/court.fixture.ts'
import { LOGIN, PASSWORD } from '#test/database/test-server.ts'

const Stages = z.custom<z.output<NonNullable<(typeof contract.ofCommitment)['~orpc']['outputSchema']>>>()
type Post = 'office' | 'leader' | 'unit'

/** A court in which closures are asked for and decided by several people. */
export interface ClosureCourt {
  readonly court: Court
  /** Signs in somebody new, who is a person of the sample where one is named. */
  readonly join: (name: string, post: Post, person?: string) => Promise<void>
  readonly ask: (
    who: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object | null,
  ) => ReturnType<Court['ask']>
  readonly view: (who: string, commitment: string) => Promise<ClosureView>
  readonly request: (who: string, commitment: string) => ReturnType<Court['ask']>
  /** 终止, asked for by the office and agreed to by these, one after the other. */
  readonly terminate: (commitment: string, by: readonly string[]) => Promise<void>
  /** Lets a commitment count regulations, and enters one with a file that proves it: nothing is missing then. */
  readonly fulfil: (ref: string) => Promise<string>
  /** Sends a file as somebody; gives its id. */
  readonly file: (who: string, name: string) => Promise<string>
  readonly agree: (who: string, commitment: string) => ReturnType<Court['ask']>
  readonly act: (who: string, commitment: string, verb: string, input?: object) => ReturnType<Court['ask']>
  /** Enters a record as the office, with a file that proves it. */
  readonly prove: (register: string, entry: object) => Promise<string>
  readonly cookie: (who: string) => string
  /** Signs everybody in again, when days have passed. */
  readonly signIn: () => Promise<void>
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
  const prove: ClosureCourt['prove'] = async (register, entry) => {
    const { record } = await enter(court, register, entry)
    const file = Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n${record.id}`)
    const { evidence } = await uploaded(court, cookie('office'), '证明.pdf', file)
    await ask('office', 'POST', `/records/${record.id}/evidence`, { evidence: [evidence.id] })
    return record.id
  }
  return {
    court,
    cookie,
    async signIn() {
      await court.signIn()
      for (const who of cookies.keys()) {
        const login = who === 'office' ? { login: LOGIN, password: PASSWORD } : { login: who, password: OWN_PASSWORD }
        cookies.set(who, (await court.server.ask('POST', '/api/session', login)).cookie ?? '')
      }
    },
    ask,
    view,
    join: async (name, post, person) => {
      const made = await signInNew(court.server, office, { person: person === undefined ? null : court.person(person), name, post })
      cookies.set(name, made.cookie)
    },
    request: async (who, commitment) => {
      const { version, stage } = await view('office', commitment)
      return ask(who, 'POST', `/commitments/${commitment}/closures`, { stage, version, note: '' })
    },
    terminate: async (commitment, by) => {
      const asked = { asked: { kind: 'termination' }, reason: '上级机关另有部署，此项不再推进' }
      let at = ChangeView.parse((await ask('office', 'POST', `/commitments/${commitment}/changes`, asked)).body)
      for (const who of by) {
        const { id, version, pinned } = at
        at = ChangeView.parse((await ask(who, 'POST', `/changes/${id}/agree`, { version, pinned, note: '' })).body)
      }
    },
    fulfil: async (ref) => {
      const commitment = court.commitment(ref)
      const definition = definitionOf(court, 'regulation-made')
      await ask('office', 'PUT', `/commitments/${commitment}/counting`, { version: 0, definition })
      await prove('regulation-made', {
        org: court.org('办公室'),
        occurredOn: { from: '2026-02-20', to: '2026-02-20' },
        subjects: [],
        values: { title: `议事规则（${ref}）`, act: '修订', area: '综合', issuedOn: '2026-02-20', commitments: [commitment] },
        state: 'submitted',
      })
      return commitment
    },
    file: async (who, name) => {
      const bytes = Buffer.from(`%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n${name}`)
      return (await uploaded(court, cookie(who), name, bytes)).evidence.id
    },
    agree: async (who, commitment) => {
      const { id, version, pinned } = await view(who, commitment)
      return ask(who, 'POST', '/closures/agree', { items: [{ id, version, pinned }], note: '' })
    },
    act: async (who, commitment, verb, input = {}) => {
      const { id, version } = await view(who, commitment)
      return ask(who, 'POST', `/closures/${id}/${verb}`, { version, ...input })
    },
    prove,
  }
}
