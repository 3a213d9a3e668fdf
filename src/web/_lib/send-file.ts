/** A file on its way. */
export interface Sending<Taken> {
  readonly done: Promise<Taken>
  readonly cancel: () => void
}

/**
 * Sends a file to a route below `/api` that takes one. `onSent` gets the share sent, 0–1 (fetch cannot tell it). Rejects as the API does: with `code` and
 * `data`; `isTaken` tells the answer of a file that was taken.
 */
export function sendFile<Taken>(
  path: string,
  file: File,
  isTaken: (answer: unknown) => answer is Taken,
  onSent: (share: number) => void,
): Sending<Taken> {
  const request = new XMLHttpRequest()
  const done = new Promise<Taken>((resolve, reject) => {
    request.open('POST', `/api${path}`)
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
