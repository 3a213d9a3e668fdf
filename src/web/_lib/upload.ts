export interface Upload {
  readonly done: Promise<string>
  readonly cancel: () => void
}

/** Sends a plan document and gives the id of its import. `onSent` gets the share sent, 0–1 (fetch cannot tell it). */
export function uploadPlan(file: File, onSent: (share: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done = new Promise<string>((resolve, reject) => {
    request.open('POST', '/api/imports')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new TypeError('network')))
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')))
    request.addEventListener('load', () => {
      const importId = textField(request.response, 'importId')
      if (request.status < 300 && importId !== null) resolve(importId)
      else
        reject(
          Object.assign(new Error('upload'), { code: textField(request.response, 'code') ?? 'UNKNOWN', data: dataOf(request.response) }),
        )
    })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
  return { done, cancel: () => request.abort() }
}

function textField(body: unknown, name: string): string | null {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : null
  return typeof value === 'string' ? value : null
}

function dataOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, 'data') : undefined
}
