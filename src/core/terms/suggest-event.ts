import type { Source } from '#core/counting/condition.ts'
import type { Register } from '#core/register/register.ts'
import { clauseOf, type Wording } from '#core/terms/wording.ts'

/** An event that a register keeps, and the words that name it. */
interface NamedEvent {
  readonly source: Source
  readonly words: string
}

const BEFORE = /([\p{Script=Han}]{2,14}?)(?:召开|举行|开展)?前(?!提|期|沿|列|往|来|端|景|进|置|后|三|\d)/gu

/** 民主生活会前, 民主生活会召开前: an event that is a choice of a register (the counted one first), by the longest that the words before 前 end in. */
export function eventBefore({ reading, text, before }: Wording, counted: Register, registers: readonly Register[]): NamedEvent | null {
  const clause = `${before.split(/[。;；]/).at(-1) ?? ''}${text}`
  for (const words of [reading.object?.value ?? '', clause])
    for (const match of words.matchAll(BEFORE)) {
      const event = choiceAtEnd(match[1] ?? '', [counted]) ?? choiceAtEnd(match[1] ?? '', registers)
      if (event !== null) return event
    }
  return null
}

function choiceAtEnd(words: string, registers: readonly Register[]): NamedEvent | null {
  const found = registers.flatMap((register) =>
    register.fields.flatMap((field) =>
      field.type !== 'choice' || field.isMany
        ? []
        : field.options
            .filter((option) => option.length > 2 && words.endsWith(option))
            .map((option): NamedEvent => ({
              source: { register: register.id, where: { kind: 'one-of', field: field.id, values: [option] } },
              words: `${option}前`,
            })),
    ),
  )
  return found.toSorted((a, b) => b.words.length - a.words.length)[0] ?? null
}

/** What a limit runs from: a record of a register of timed matters whose kind the words name best. */
export function timedEvent(wording: Wording, registers: readonly Register[]): NamedEvent | null {
  const words = `${wording.before.split(/[。;；]/).at(-1) ?? ''}${clauseOf(wording)}`
  const timed = registers.filter(({ fields }) => fields.filter(({ type }) => type === 'day').length >= 2)
  const scored = timed.flatMap((register) =>
    register.fields.flatMap((field) =>
      field.type !== 'choice' || field.isMany
        ? []
        : field.options.map((option) => ({ register, field: field.id, option, score: likeness(option, words) })),
    ),
  )
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  if (best === undefined || best.score < 0.6) return null
  return { source: { register: best.register.id, where: { kind: 'one-of', field: best.field, values: [best.option] } }, words: best.option }
}

/** The share of an option's pairs of characters that stand in the words. */
function likeness(option: string, words: string): number {
  const pairs = Array.from(option.slice(1), (character, index) => `${option[index] ?? ''}${character}`)
  return pairs.length === 0 ? 0 : pairs.filter((pair) => words.includes(pair)).length / pairs.length
}
