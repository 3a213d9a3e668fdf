import { expect, test } from 'vitest'
import { FormatError } from '#formats/errors/format-error.ts'
import { readDocumentInWorker } from '#formats/worker/read-document-in-worker.ts'
import { runInWorker } from '#formats/worker/run-in-worker.ts'
import type { Job } from './job.worker.ts'

const LIMITS = { ms: 20_000, mb: 64 }

const run = async (job: Job, limits: Partial<typeof LIMITS> = {}, signal?: AbortSignal): Promise<unknown> =>
  runInWorker(new URL('job.worker.ts', import.meta.url), job, { ...LIMITS, ...limits, signal })

test('gives the answer of the job', async () => {
  await expect(run('answer')).resolves.toBe('done')
})

test.for([
  ['refuse', {}, 'damaged', { part: 'word/document.xml', line: 7 }],
  ['loop', { ms: 500 }, 'timeout', { limit: '0.5 s' }],
  ['grow', {}, 'out-of-memory', { limit: '64 MB' }],
] as const)('a job that would %s', async ([job, limits, code, params]) => {
  await expect(run(job, limits)).rejects.toThrow(expect.objectContaining({ name: 'FormatError', code, params }))
})

test.for([
  ['break', 'a bug'],
  ['leave', 'stopped without an answer, code 3'],
] as const)('a bug stays a bug: %s', async ([job, message]) => {
  const failed = run(job)
  await expect(failed).rejects.toThrow(message)
  await expect(failed).rejects.not.toBeInstanceOf(FormatError)
})

test('stops when the caller gives up, also beforehand', async () => {
  const caller = new AbortController()
  const running = run('loop', {}, caller.signal)
  setTimeout(() => caller.abort(), 300)
  await expect(running).rejects.toThrow(expect.objectContaining({ code: 'aborted' }))
  await expect(run('answer', {}, caller.signal)).rejects.toThrow(expect.objectContaining({ code: 'aborted' }))
})

test('reads a document and leaves the bytes to the caller', async () => {
  const bytes = new TextEncoder().encode('一、整改目标\n每年不少于4次')
  const document = await readDocumentInWorker('方案.txt', bytes, LIMITS)
  expect(document.blocks).toHaveLength(2)
  expect(bytes.length).toBeGreaterThan(0)
  const failed = readDocumentInWorker('方案.docx', bytes, LIMITS)
  await expect(failed).rejects.toThrow(expect.objectContaining({ code: 'wrong-type', params: { file: '方案.docx', found: 'text' } }))
})
