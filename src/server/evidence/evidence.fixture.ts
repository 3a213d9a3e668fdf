import { EvidenceTaken } from '#contract/evidence.ts'
import type { Court } from '#server/occurrence/court.fixture.ts'
import { filePart } from '#test/database/file-part.ts'

/** Sends a file as the court's office. */
export async function upload(court: Court, cookie: string, name: string, content: Uint8Array, url = '/api/evidence') {
  const { headers, payload } = filePart(name, content)
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
