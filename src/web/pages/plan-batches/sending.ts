import { useSyncExternalStore } from 'react'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { queries } from '#web/_lib/query.ts'
import { sendFile } from '#web/_lib/send-file.ts'

/** A file as a person gave it, with the folders it lies in. */
export interface GivenFile {
  readonly path: string
  readonly file: File
}

/** How far the sending of a batch has come in this tab. It goes on while the person looks at other pages. */
export interface Sending {
  readonly batch: string
  readonly done: number
  readonly all: number
}

const LANES = 3
const WAITS_MS = [1000, 3000, 8000, 15_000]
const LARGEST = 50 * 2 ** 20
/** What systems leave in folders, and what programs keep beside an open document. */
const TRACE = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX(?:\/.*)?|~\$[^/]*)$/i

let sending: Sending | null = null
let stopped = new Set<string>()
const listeners = new Set<() => void>()

/** What is being sent from this tab. */
export function useSending(): Sending | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sending,
  )
}

/** The files among what was given that are documents to be sent. */
export function documentsIn(given: readonly GivenFile[]): readonly GivenFile[] {
  return given.filter(({ path }) => !TRACE.test(path))
}

/** Sends an archive; gives the id of its batch. */
export async function sendArchive(file: File, onSent: (share: number) => void): Promise<string> {
  const { id } = await sendFile('/plan-batches/archives', file, isBatch, onSent).done
  return id
}

/** Sends the files of a batch that were not sent yet, a few at a time, each again where the server is away for a while. */
export async function sendAll(batch: string, given: readonly GivenFile[], sent: readonly string[]): Promise<void> {
  const known = new Set(sent)
  const left = given.filter(({ path }) => !known.has(path))
  const queue = left.values()
  let done = given.length - left.length
  change({ batch, done, all: given.length })
  const lane = async (): Promise<void> => {
    for (const each of queue) {
      if (stopped.has(batch)) return
      if (!(await sendOne(batch, each))) stopped.add(batch)
      done += 1
      change({ batch, done, all: given.length })
    }
  }
  try {
    await Promise.all(Array.from({ length: LANES }, lane))
    if (!stopped.has(batch)) await client.planBatch.finish({ id: batch }).catch(() => undefined)
  } finally {
    stopped.delete(batch)
    change(null)
    void queries.invalidateQueries({ queryKey: ['plan-batch', batch] })
  }
}

/** Sends no more of a batch. */
export function stopSending(batch: string): void {
  if (sending?.batch === batch) stopped = new Set([...stopped, batch])
}

/** Whether there is any sense in sending more. */
async function sendOne(batch: string, { path, file }: GivenFile): Promise<boolean> {
  if (file.size === 0) return noteUnsent(batch, path, 'empty')
  if (file.size > LARGEST) return noteUnsent(batch, path, 'too-large')
  const address = `/plan-batches/${batch}/files?path=${encodeURIComponent(path)}`
  for (const wait of WAITS_MS) {
    try {
      await sendFile(address, file, isTaken, () => {}).done
      return true
    } catch (error) {
      const { code, fields } = failureOf(error)
      const wrong = fields.get('file')
      if (wrong === 'too-large' || wrong === 'empty') return noteUnsent(batch, path, wrong)
      if (wrong !== undefined && wrong !== 'incomplete') return noteUnsent(batch, path, 'unreadable')
      if (code === 'REFUSED' || code === 'FORBIDDEN' || code === 'NOT_FOUND' || code === 'UNAUTHENTICATED') return false
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  // what the browser itself cannot read never reaches the server
  const isReadable = await file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
  return isReadable ? false : noteUnsent(batch, path, 'unreadable')
}

async function noteUnsent(id: string, path: string, code: 'too-large' | 'empty' | 'unreadable'): Promise<boolean> {
  return client.planBatch.noteUnsent({ id, path, code }).then(
    () => true,
    () => false,
  )
}

function change(next: Sending | null): void {
  sending = next
  for (const listener of listeners) listener()
}

function isTaken(answer: unknown): answer is { readonly path: string } {
  return typeof answer === 'object' && answer !== null && 'path' in answer
}

function isBatch(answer: unknown): answer is { readonly id: string } {
  return typeof answer === 'object' && answer !== null && 'id' in answer
}
