import type * as z from 'zod'
import type { EvidenceTaken as EvidenceTakenSchema } from '#contract/evidence.ts'

export type EvidenceTaken = z.infer<typeof EvidenceTakenSchema>

/** A file on its way. */
export interface Sending {
  readonly done: Promise<EvidenceTaken>
  readonly cancel: () => void
}

/** Sends a file. `onSent` gets the share sent, 0–1 (fetch cannot tell it). Rejects as the API does: with `code` and `data`. */
export function sendEvidence(file: File, onSent: (share: number) => void): Sending {
  const request = new XMLHttpRequest()
  const done = new Promise<EvidenceTaken>((resolve, reject) => {
    request.open('POST', '/api/evidence')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new TypeError('network')))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (request.status < 300 && isTaken(answer)) resolve(answer)
      else reject(Object.assign(new Error('upload'), { code: 'UNKNOWN' }, answer))
    })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}

function isTaken(answer: unknown): answer is EvidenceTaken {
  return typeof answer === 'object' && answer !== null && 'evidence' in answer && 'isKnown' in answer
}
