/** An error as the screens word it: `code` of the API (or NETWORK, UNKNOWN), and what came with it. */
export interface Failure {
  readonly code: string
  readonly refusal: string | null
  /** What the refusal is about, by name. */
  readonly params: Readonly<Record<string, string>>
  /** Wrong fields by name, with the code of what is wrong. */
  readonly fields: ReadonlyMap<string, string>
}

/** Reads what was thrown: errors of the API are told by their shape, so that this needs nothing of the client. What was read stays as it is. */
export function failureOf(error: unknown): Failure {
  if (isFailure(error)) return error
  if (isRecord(error) && typeof error['code'] === 'string') {
    return { code: error['code'], refusal: refusalOf(error['data']), params: paramsOf(error['data']), fields: fieldsOf(error['data']) }
  }
  return { code: error instanceof TypeError ? 'NETWORK' : 'UNKNOWN', refusal: null, params: {}, fields: new Map() }
}

function refusalOf(data: unknown): string | null {
  return isRecord(data) && typeof data['refusal'] === 'string' ? data['refusal'] : null
}

function paramsOf(data: unknown): Readonly<Record<string, string>> {
  if (!isRecord(data) || !isRecord(data['params'])) return {}
  return Object.fromEntries(Object.entries(data['params']).map(([name, value]) => [name, String(value)]))
}

function fieldsOf(data: unknown): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  if (!isRecord(data) || !Array.isArray(data['fields'])) return fields
  for (const field of data['fields']) {
    if (isRecord(field) && Array.isArray(field['path']) && typeof field['code'] === 'string') {
      fields.set(field['path'].join('.'), field['code'])
    }
  }
  return fields
}

function isFailure(error: unknown): error is Failure {
  return isRecord(error) && error['fields'] instanceof Map
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
