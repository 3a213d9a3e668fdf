import { bareReading } from '#core/draft/bare-reading.ts'
import fc from 'fast-check'
import type { Clause } from '#core/draft/clause.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Read, Side } from '#core/revision/side.ts'
import { implied, stated } from '#core/text/certain.ts'

/** A promise of a document that is written out: some words, a number, whose it is. */
export interface Promised {
  /** Known across documents. */
  readonly key: string
  readonly words: string
  readonly number: number
  readonly org: string
}

/** A measure with its promises, one sentence each. */
export interface Written {
  readonly title: string
  readonly promises: readonly Promised[]
}

const BASE: Reading = { ...bareReading, kind: 'count', period: implied({ unit: 'year', every: 1 }, 'bare-recurrence') }

/** Writes measures out as a document with its reading: numbered anew, each promise read by its key. */
export function writeOut(measures: readonly Written[]): { readonly side: Side; readonly keys: ReadonlyMap<string, string> } {
  let text = '某院整改方案'
  const clauses: Clause[] = [{ id: 'c0', kind: 'aspect', marker: '', title: text, span: { start: 0, end: text.length }, parent: null }]
  const commitments: Read[] = []
  const keys = new Map<string, string>()
  for (const [at, { title, promises }] of measures.entries()) {
    const marker = `${at + 1}.`
    const start = text.length + 1
    text += `\n${marker}${title}。`
    const clause = `c${at + 1}`
    clauses.push({ id: clause, kind: 'measure', marker, title, span: { start, end: text.length }, parent: 'c0' })
    for (const [nth, { key, words, number, org }] of promises.entries()) {
      const begin = text.length
      const value = begin + words.length + '不少于'.length
      text += `${words}不少于${number}次，由${org}负责。`
      const id = `k${commitments.length}`
      keys.set(id, key)
      commitments.push({
        id,
        ref: `${at + 1}-${nth + 1}`,
        clause,
        span: { start: begin, end: value + String(number).length + 1 },
        sentence: { start: begin, end: text.length },
        within: null,
        reading: {
          ...BASE,
          comparator: stated('>=', { start: value - '不少于'.length, end: value }),
          value: stated(String(number), { start: value, end: value + String(number).length }),
          leadOrgs: [stated(org, { start: text.length - org.length - 3, end: text.length - 3 })],
        },
      })
    }
  }
  return { side: { text, clauses, commitments }, keys }
}

const SIGNS = '组织开展专题学习座谈调研培训讲评会商走访督导检查通报庭审观摩阅卷评查研判回访普法宣讲建档立卷清理排查约见跟踪复核抽样'.split(
  '',
)
const ORGS = ['办公室', '研究室', '政治部', '执行局', '立案庭', '审管办']

/** Words that no other promise has: signs in an order that follows from a number. */
function wordsOf(seed: number): string {
  let state = (seed * 7919 + 104729) % 233280
  return Array.from({ length: 14 }, () => {
    state = (state * 9301 + 49297) % 233280
    return SIGNS[Math.floor((state / 233280) * SIGNS.length)] ?? ''
  }).join('')
}

export function promised(seed: number): Promised {
  return { key: `p${seed}`, words: wordsOf(seed), number: (seed % 20) + 1, org: ORGS[seed % ORGS.length] ?? '' }
}

/** A document of different promises. */
export const anyDocument: fc.Arbitrary<readonly Written[]> = fc
  .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 })
  .map((sizes) => {
    let seed = 0
    return sizes.map((size, at) => ({
      title: `措施${wordsOf(1000 + at)}`,
      promises: Array.from({ length: size }, () => promised((seed += 1))),
    }))
  })
