import { EvidenceTaken } from '#contract/evidence.ts'
import type { Court } from '#server/occurrence/court.fixture.ts'

const BOUNDARY = 'boundary'

/** A form with one file in it, as a page sends it. */
export function formWith(name: string, content: Uint8Array) {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  }
}

/** Sends a file as the court's office. */
export async function upload(court: Court, cookie: string, name: string, content: Uint8Array, url = '/api/evidence') {
  const { headers, payload } = formWith(name, content)
  return court.server.inject({ method: 'POST', url, headers: { ...headers, cookie }, payload })
}

/** Sends a file that is taken; gives what became of it. */
export async function uploaded(
  court: Court,
  cookie: string,
  name: string,
  content: Uint8Array,
): Promise<ReturnType<typeof EvidenceTaken.parse>> {
  const answer = await upload(court, cookie, name, content)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return EvidenceTaken.parse(answer.body)
}
