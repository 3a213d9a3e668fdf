/** The day that is looked at and the instant as of which it was known, as the address says it; without either: today, as all is known. */
export interface MomentSearch {
  readonly asOf?: string
  readonly knownAt?: string
}

/** What of the address is the moment: it goes along from one page that knows it to the next. */
export const momentKeys = ['asOf', 'knownAt'] as const

const DAY = /^\d{4}-\d\d-\d\d$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/

/** Reads the address: what does not fit falls out. */
export function momentFrom({ asOf, knownAt }: Readonly<Record<string, unknown>>): MomentSearch {
  return {
    ...(typeof asOf === 'string' && DAY.test(asOf) ? { asOf } : {}),
    ...(typeof knownAt === 'string' && INSTANT.test(knownAt) ? { knownAt } : {}),
  }
}

/** Pages that can show another moment. */
const KNOWING = /^\/(ledger|calendar|registers|registers\/[^/]+|commitments\/[^/]+|records\/(?!new)[^/]+)?$/

/** A path of our own that keeps the moment where its page knows one. */
export function withMoment(href: string, asked: MomentSearch): string {
  const [path = '', search = ''] = href.split('?')
  const given = new URLSearchParams(search)
  if (!KNOWING.test(path)) return href
  for (const [key, value] of Object.entries(asked)) if (!given.has(key)) given.set(key, value)
  return given.size === 0 ? href : `${path}?${given.toString()}`
}
