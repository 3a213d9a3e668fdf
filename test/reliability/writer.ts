import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { until } from '#test/reliability/program.ts'

const PAUSE_MS = 60
const TIMEOUT_MS = 10_000
/** The server or its database is away for a while, or the disk is full: what was asked may be done or not, and is asked again. */
const PASSING: ReadonlySet<number> = new Set([408, 429, 503, 507])

/** What a writer was told is done. `mark`: the words that stand in it and nowhere else. */
export interface Done {
  readonly kind: 'plan' | 'record' | 'correction' | 'evidence'
  readonly mark: string
  readonly id: string
}

/** Somebody who writes one thing after another over HTTP, whatever happens to the server, asks again under the same key where no answer came, and remembers what was acknowledged. */
export interface Writer {
  readonly done: readonly Done[]
  /** What was asked and not answered when the writer stopped: it may be there or not, but not twice. */
  readonly open: readonly string[]
  /** Answers that were neither yes nor a passing absence of the server. */
  readonly surprises: readonly string[]
  /** How often something was asked again. */
  readonly repeats: () => number
  readonly stop: () => Promise<void>
}

/** What is written, and where. */
export interface Desk {
  readonly url: string
  /** An org and a day for records of the register of study sessions. */
  readonly org: string
  readonly on: string
  /** The cookie of the session all writers share; `stale`: the one that is worth nothing any more. */
  readonly login: (stale: string) => Promise<string>
}

const Plan = z.object({ importId: z.string() })
const Entered = z.object({ record: z.object({ id: z.string(), revision: z.number() }) })
const Taken = z.object({ evidence: z.object({ id: z.string() }) })

/** Starts a writer. */
export function startWriter(desk: Desk, name: string): Writer {
  const done: Done[] = []
  const open: string[] = []
  const surprises: string[] = []
  const ending = new AbortController()
  let [cookie, stale, repeats] = ['', '', 0]

  /** Asks until there is an answer; null where the writer stops or is told no. */
  const ask = async (path: string, mark: string, body: string | FormData, headers: Record<string, string> = {}): Promise<unknown> => {
    open.push(mark)
    for (let n = 0; !ending.signal.aborted; n += 1) {
      if (n > 0) {
        repeats += 1
        await sleep(PAUSE_MS)
      }
      try {
        if (cookie === stale) cookie = await desk.login(stale)
        const answer = await fetch(`${desk.url}/api${path}`, {
          method: 'POST',
          headers: { ...headers, cookie, 'idempotency-key': `key-${mark}` },
          body,
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        const given: unknown = await answer.json()
        if (answer.status === 401) stale = cookie
        else if (answer.ok) {
          open.pop()
          return given
        } else if (!PASSING.has(answer.status)) {
          surprises.push(`${path} ${answer.status} ${JSON.stringify(given)}`)
          open.pop()
          return null
        }
      } catch {
        // no answer: it may be done or not
      }
    }
    return null
  }
  const json = { 'content-type': 'application/json' }
  const entryOf = (topic: string) => ({
    org: desk.org,
    occurredOn: { from: desk.on, to: desk.on },
    subjects: [],
    values: { form: '专题辅导', themes: ['审判执行难点'], topic },
    state: 'submitted',
  })
  const writePlan = async (mark: string) => {
    const text = `${mark} 整改方案\n一、存在问题\n学习不够。\n二、整改措施\n1. 每季度召开会议不少于1次。\n`
    const given = Plan.safeParse(await ask('/imports', mark, fileOf(`${mark}.txt`, text)))
    if (given.success) done.push({ kind: 'plan', mark, id: given.data.importId })
  }
  const writeRecord = async (mark: string) => {
    const given = Entered.safeParse(await ask('/registers/study-session/records', mark, JSON.stringify(entryOf(mark)), json))
    if (!given.success) return
    const { id, revision } = given.data.record
    done.push({ kind: 'record', mark, id })
    const correction = `${mark}-c`
    const body = JSON.stringify({ revision, entry: entryOf(correction), note: '补充' })
    if (Entered.safeParse(await ask(`/records/${id}/correct`, correction, body, json)).success)
      done.push({ kind: 'correction', mark: correction, id })
  }
  const writeEvidence = async (mark: string) => {
    const given = Taken.safeParse(await ask('/evidence', mark, fileOf(`${mark}.txt`, `佐证材料 ${mark}\n`.repeat(2000))))
    if (given.success) done.push({ kind: 'evidence', mark, id: given.data.evidence.id })
  }
  const writes = [writeRecord, writeEvidence, writeRecord, writePlan]
  const work = async () => {
    for (let n = 0; !ending.signal.aborted; n += 1) {
      await writes[n % writes.length]?.(`${name}-${n}`)
      await sleep(PAUSE_MS)
    }
  }
  const working = work()
  return {
    done,
    open,
    surprises,
    repeats: () => repeats,
    async stop() {
      ending.abort()
      await working
    },
  }
}

/** Waits until each writer has been told of some more that is done. */
export async function writeOn(writers: readonly Writer[], more = 3): Promise<void> {
  const soFar = writers.map(({ done }) => done.length)
  await until(() => writers.every(({ done }, n) => done.length >= (soFar[n] ?? 0) + more), 'each writer goes on')
}

function fileOf(file: string, text: string): FormData {
  const form = new FormData()
  form.append('file', new File([text], file))
  return form
}
