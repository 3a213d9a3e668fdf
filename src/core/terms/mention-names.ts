import type { Organisation } from '#core/org/organisation.ts'
import type { Population } from '#core/roster/population.ts'

interface Named {
  readonly pattern: RegExp
  readonly population: Population
}

/** What plans put for the head of something. */
const HEADS = ['主要负责人', '负责人', '院长', '一把手']
/** What stands before a title and says nothing. */
const OWN_WORDS = '(?:院|本院|我院|市中院|中院|公司|学校)?'

/** The names by which words may mean groups (班子成员, 基层法院院长 for 基层法院主要负责人) and the posts of the own org (院党组书记 for 党组书记、院长). */
export function membershipNames(organisation: Organisation, own: string): readonly Named[] {
  const groups = organisation.groups.flatMap(({ id, name, everyoneIn }) =>
    [...headNames(name), ...(everyoneIn === own ? EVERYONE : [])].map((each) => named(escaped(each), { kind: 'group', group: id })),
  )
  const posts = organisation.posts.filter(({ org }) => org === own)
  const titles = Map.groupBy(
    posts.flatMap(({ id, title, aliases }) => [title, ...title.split(/[、，,/]/), ...aliases].map((each) => ({ id, title: each.trim() }))),
    ({ title }) => title,
  )
  const held = [...titles].flatMap(([title, several]) => {
    const [first, ...others] = new Set(several.map(({ id }) => id))
    return first === undefined || others.length > 0 || title.length < 2
      ? []
      : [named(`(?<![副法])${OWN_WORDS}${escaped(title)}(?!办公|接访日|信箱)`, { kind: 'party', party: { kind: 'post', id: first } })]
  })
  return [...groups, ...held]
}

/** Everybody who works here, where a group by rule holds just them. */
const EVERYONE = ['全院干警', '全体干警', '全院人员', '全体人员', '全员', '全体职工', '全体教职工']

/** The name of a group and, where it ends in a head's title, its other titles. */
function headNames(name: string): readonly string[] {
  const head = HEADS.find((each) => name.endsWith(each) && name.length > each.length)
  return head === undefined ? [name] : HEADS.map((each) => `${name.slice(0, -head.length)}${each}`)
}

function named(source: string, population: Population): Named {
  return { pattern: new RegExp(source, 'g'), population }
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}
