import type { Organisation } from '#core/org/organisation.ts'
import type { PackWords } from '#core/pack/pack-words.ts'
import type { Population } from '#core/roster/population.ts'

interface Named {
  readonly pattern: RegExp
  readonly population: Population
}

/** Where words are looked up: the organisation, the org the plan is of, and the words of its field. */
export interface Place {
  readonly organisation: Organisation
  readonly own: string
  readonly words: PackWords
}

/** What plans of every field put for the head of something. */
const HEADS = ['主要负责人', '负责人', '一把手']

/** The names by which words may mean groups (班子成员, 分厂厂长 for 分厂主要负责人) and the posts of the own org (公司党委书记 for 党委书记、董事长). */
export function membershipNames({ organisation, own, words }: Place): readonly Named[] {
  const heads = [...HEADS, ...words.chiefs]
  const everyone = everyoneOf(organisation, own)
  const groups = organisation.groups.flatMap(({ id, name }) =>
    [...headNames(name, heads), ...(id === everyone ? [...EVERYONE, ...words.everyone] : [])].map((each) =>
      named(escaped(each), { kind: 'group', group: id }),
    ),
  )
  const before = `(?:${anyOf(['公司', '本单位', ...words.own])})?`
  const posts = organisation.posts.filter(({ org }) => org === own)
  const titles = Map.groupBy(
    posts.flatMap(({ id, title, aliases }) => [title, ...title.split(/[、，,/]/), ...aliases].map((each) => ({ id, title: each.trim() }))),
    ({ title }) => title,
  )
  const held = [...titles].flatMap(([title, several]) => {
    const [first, ...others] = new Set(several.map(({ id }) => id))
    return first === undefined || others.length > 0 || title.length < 2
      ? []
      : [named(`(?<![副法])${before}${escaped(title)}(?!办公|接访日|信箱)`, { kind: 'party', party: { kind: 'post', id: first } })]
  })
  return [...groups, ...held]
}

/** Everybody who works here. */
const EVERYONE = ['全体人员', '全员', '全体职工', '全体员工']

/** The group that holds everybody of an org by rule: of the org itself, or, where there is none, with those below it. */
function everyoneOf({ groups }: Organisation, own: string): string | null {
  const all = groups.filter(({ everyoneIn }) => everyoneIn === own)
  return (all.find(({ reach }) => reach === 'own') ?? all[0])?.id ?? null
}

/** A pattern of any of some words, the longest first. */
export function anyOf(words: readonly string[]): string {
  return words
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
}

/** The name of a group and, where it ends in a head's title, its other titles. */
function headNames(name: string, heads: readonly string[]): readonly string[] {
  const head = heads.find((each) => name.endsWith(each) && name.length > each.length)
  return head === undefined ? [name] : heads.map((each) => `${name.slice(0, -head.length)}${each}`)
}

function named(source: string, population: Population): Named {
  return { pattern: new RegExp(source, 'g'), population }
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
