import type * as z from 'zod'
import type { ImportStarted as ImportStartedSchema } from '#contract/plan.ts'

export type ImportStarted = z.infer<typeof ImportStartedSchema>

export interface Upload {
  readonly done: Promise<ImportStarted>
  readonly cancel: () => void
}

/** Sends a plan document. `onSent` gets the share sent, 0–1 (fetch cannot tell it). Rejects as the API does: with `code` and `data`. */
export function uploadPlan(file: File, onSent: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<ImportStarted>((resolve, reject) => {
    request.open('POST', '/api/imports')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new TypeError('network')))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (request.status < 300 && isStarted(answer)) resolve(answer)
      else reject(Object.assign(new Error('upload'), { code: 'UNKNOWN' }, answer))
    })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}

function isStarted(answer: unknown): answer is ImportStarted {
  return typeof answer === 'object' && answer !== null && 'importId' in answer && 'sameAs' in answer
}
