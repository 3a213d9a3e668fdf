import { useText } from '#web/_lib/language.ts'
import { fieldsEn } from './fields.en.ts'
import { fieldsZh } from './fields.zh.ts'
import { nounsEn } from './nouns.en.ts'
import { nounsZh } from './nouns.zh.ts'
import { verbsEn } from './verbs.en.ts'
import { verbsZh } from './verbs.zh.ts'

interface Words {
  readonly verbs: Readonly<Record<string, string>>
  readonly nouns: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<string, string>>
  /** A permission that was refused. */
  readonly refused: (noun: string) => string
  /** Between a field and what stands in it. */
  readonly within: string
}

const zh: Words = { verbs: verbsZh, nouns: nounsZh, fields: fieldsZh, refused: (noun) => `越权：${noun}`, within: ' › ' }
const en: Words = { verbs: verbsEn, nouns: nounsEn, fields: fieldsEn, refused: (noun) => `Not allowed: ${noun}`, within: ' › ' }

/** Words of what stands in entries; what has none (of an earlier version) stands as it was recorded. */
export function useWords() {
  const { verbs, nouns, fields, refused, within } = useText({ zh, en })
  const noun = (name: string): string => wordOf(nouns, name)
  return {
    noun,
    verb: (name: string): string => (name.includes(':') ? refused(noun(name.split(':')[0] ?? name)) : wordOf(verbs, name)),
    path: (path: readonly string[]): string =>
      path.map((name) => (/^\d+$/.test(name) ? String(Number(name) + 1) : wordOf(fields, name))).join(within),
  }
}

function wordOf(words: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name
}
