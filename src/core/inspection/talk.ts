import { accept, type Outcome, refuse } from '#core/outcome/outcome.ts'

/** 访谈记录 as it is entered. `speaker`: who said it; empty: not named; `agreed`: they agreed to be named. */
export interface TalkWords {
  readonly words: string
  readonly speaker: string
  readonly agreed: boolean
}

export type TalkRefusal = 'reason-too-short' | 'speaker-not-agreed' | 'words-name-people'

const SHORTEST = 10

/**
 * What was said is kept without names: nobody is named as who said it unless they agreed, and nobody is named in it. `names`: of everybody in the organisation.
 */
export function recordTalk({ words, speaker, agreed }: TalkWords, names: readonly string[]): Outcome<string | null, TalkRefusal> {
  if (words.length < SHORTEST) return refuse('reason-too-short', { fewest: String(SHORTEST) })
  if (speaker !== '' && !agreed) return refuse('speaker-not-agreed')
  const own = speaker === '' ? null : speaker
  const named = names.filter((name) => name.length >= 2 && name !== own && words.includes(name))
  return named.length > 0 ? refuse('words-name-people', { names: named.join('、') }) : accept(own)
}
