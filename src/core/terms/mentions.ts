import { anyOf, membershipNames, type Place } from '#core/terms/mention-names.ts'
import type { Population } from '#core/roster/population.ts'

/** Somebody of the roster whom words name, and where: `start` to `end` in the words. */
export interface Mention {
  readonly population: Population
  readonly words: string
  readonly start: number
  readonly end: number
}

interface Pattern {
  readonly pattern: RegExp
  readonly population: Population
}

/** Everybody of the roster whom the words name, in their order: groups, posts of the own org, units below it, heads of what a leader looks after. */
export function mentionsIn(words: string, place: Place): readonly Mention[] {
  const patterns = [...membershipNames(place), ...unitPatterns(place)]
  const found = patterns.flatMap(({ pattern, population }) =>
    [...words.matchAll(pattern)].map((match) => ({ population, words: match[0], start: match.index, end: match.index + match[0].length })),
  )
  return withoutInner(found).toSorted((a, b) => a.start - b.start)
}

/** What the words of every plan mean, whatever the roster calls it. */
function unitPatterns({ own, words }: Place): readonly Pattern[] {
  const children = (of: Extract<Population, { kind: 'children' }>['of']): Population => ({ kind: 'children', org: own, of })
  const institutions = anyOf(['所属单位', '下属单位', '下级单位', ...words.institutions])
  const departments = anyOf(['内设机构', '部门', '单位', '处室', '科室', ...words.departments])
  const looked = anyOf(['部门', '单位', '领域', ...words.departments])
  return [
    {
      pattern: new RegExp(`(?:所)?分管(?:的)?(?:${looked})?(?:主要)?负责人`, 'g'),
      population: { kind: 'headsOf', relation: 'inChargeOf' },
    },
    { pattern: /联系(?:点|单位)(?:主要)?负责人/g, population: { kind: 'headsOf', relation: 'contactUnit' } },
    { pattern: new RegExp(`各(?:${institutions})`, 'g'), population: children('institution') },
    { pattern: new RegExp(`各(?:责任)?(?:${departments})(?!主要?负责人)`, 'g'), population: children('department') },
  ]
}

/** The longer of mentions that overlap; of equal ones the first. */
function withoutInner(mentions: readonly Mention[]): readonly Mention[] {
  const kept: Mention[] = []
  for (const mention of mentions.toSorted((a, b) => b.end - b.start - (a.end - a.start)))
    if (kept.every(({ start, end }) => mention.end <= start || end <= mention.start)) kept.push(mention)
  return kept
}
