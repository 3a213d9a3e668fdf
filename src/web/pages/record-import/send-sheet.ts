/** Sends a sheet for a trial; gives its id. Rejects as the API does: with `code` and `data`. */
export async function sendSheet(file: File): Promise<string> {
  const form = new FormData()
  form.append('file', file)
  const response = await fetch('/api/record-imports', { method: 'POST', body: form })
  const answer: unknown = await response.json()
  if (response.ok && typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') return answer.id
  throw Object.assign(new Error('upload'), { code: 'UNKNOWN' }, answer)
}
