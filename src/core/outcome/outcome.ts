/** The business says no: a code of a closed union, with parameters for its wording. A value, never thrown by core. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly params: Readonly<Record<string, string>>
}

/** What a decision comes to: a value, or a refusal. */
export type Outcome<T, Code extends string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal<Code> }

export function accept<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refuse<Code extends string>(
  code: Code,
  params: Readonly<Record<string, string>> = {},
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, params } }
}
