/** How long to wait before what got no answer is sent again. */
const WAITS_MS = [500, 2000]
const AWAY = 503
const KEY_BYTES = 16

/** Sends a request; what writes under a key of its own, and again where the server or its answer was lost on the way: it is done once all the same. */
export async function sendOnce(request: Request, init?: RequestInit): Promise<Response> {
  if (request.method === 'GET') return fetch(request, init)
  request.headers.set('idempotency-key', newKey())
  for (const wait of WAITS_MS) {
    const answer = await fetch(request.clone(), init).catch((error: unknown) => {
      if (request.signal.aborted || !(error instanceof TypeError)) throw error
      return null
    })
    if (answer !== null && answer.status !== AWAY) return answer
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return fetch(request, init)
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
