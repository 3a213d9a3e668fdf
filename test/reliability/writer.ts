import { setTimeout as sleep } from 'node:timers/promises'

const PAUSE_MS = 100
const TIMEOUT_MS = 10_000

/** Somebody who imports one small plan after another over HTTP, whatever happens to the server, and remembers what was acknowledged. */
export interface Writer {
  /** Ids of the imports that the server said it has. */
  readonly acknowledged: readonly string[]
  /** Ids of the requests so acknowledged, as they stand in the journal. */
  readonly requests: readonly string[]
  /** Answers that were neither yes nor a passing absence of the server. */
  readonly surprises: readonly string[]
  /** The cookie of the session it uses; renewed by itself. */
  readonly stop: () => Promise<void>
}

const PASSING = new Set([503])

/** Starts a writer. `login` signs in and gives a cookie; it is asked again when the session is gone. */
export function startWriter(url: string, name: string, login: () => Promise<string>): Writer {
  const acknowledged: string[] = []
  const requests: string[] = []
  const surprises: string[] = []
  const ending = new AbortController()
  const work = async () => {
    let cookie = ''
    for (let n = 1; !ending.signal.aborted; n += 1) {
      try {
        if (cookie === '') cookie = await login()
        const answer = await importOne(url, cookie, `${name}-${n}`)
        if (answer.status === 401) cookie = ''
        else if (answer.ok) {
          acknowledged.push(await importIdOf(answer))
          requests.push(answer.headers.get('x-request-id') ?? '')
        } else if (!PASSING.has(answer.status)) surprises.push(`${answer.status} ${await answer.text()}`)
        await sleep(PAUSE_MS)
      } catch {
        // the server is away: nothing was acknowledged
        await sleep(PAUSE_MS)
      }
    }
  }
  const done = work()
  return {
    acknowledged,
    requests,
    surprises,
    async stop() {
      ending.abort()
      await done
    },
  }
}

function importOne(url: string, cookie: string, name: string): Promise<Response> {
  const form = new FormData()
  const text = `${name} 整改方案\n一、存在问题\n学习不够。\n二、整改措施\n1. 每季度召开会议不少于1次。\n`
  form.append('file', new File([text], `${name}.txt`))
  return fetch(`${url}/api/imports`, { method: 'POST', headers: { cookie }, body: form, signal: AbortSignal.timeout(TIMEOUT_MS) })
}

async function importIdOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json()
  return typeof body === 'object' && body !== null && 'importId' in body ? String(body.importId) : ''
}
