/** Sends a spreadsheet to a route below `/api` that takes one; gives the id of what was read. Rejects as the API does: with `code` and `data`. */
export async function sendSheet(path: string, file: File): Promise<string> {
  const form = new FormData()
  form.append('file', file)
  const response = await fetch(`/api${path}`, { method: 'POST', body: form })
  const answer: unknown = await response.json()
  if (response.ok && typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') return answer.id
  throw Object.assign(new Error('upload'), { code: 'UNKNOWN' }, answer)
}

/** Why a file could not be read: the code and parameters of the format error; null where it was something else. */
export function unreadableOf(error: unknown): { readonly code: string; readonly params: Readonly<Record<string, string>> } | null {
  const data = isRecord(error) && isRecord(error['data']) ? error['data'] : {}
  if (data['refusal'] !== 'unreadable' || !isRecord(data['params'])) return null
  const params = Object.fromEntries(Object.entries(data['params']).map(([key, value]) => [key, String(value)]))
  return { code: params['code'] ?? '', params }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
