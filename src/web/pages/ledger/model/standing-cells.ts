import { doneWords, headwayWords, owedWords, paceWords } from '#core/ledger/standing-words.ts'
import type { LedgerEntry } from '#core/ledger/ledger.ts'
import type { Per, Standing } from '#core/ledger/standing.ts'
import type { Light } from '#core/light/light.ts'
import type { Language } from '#web/_lib/language.ts'

/** Words of the cells that say how a commitment stands. */
export interface StandingTexts {
  readonly language: Language
  readonly lights: Readonly<Record<Light, string>>
  readonly undefinedLight: string
  readonly closures: Readonly<Record<NonNullable<LedgerEntry['closure']>, string>>
  readonly dispatches: Readonly<Record<NonNullable<LedgerEntry['dispatch']>, string>>
  readonly each: Readonly<Record<Exclude<Per, 'whole'>, string>>
  readonly periods: (count: number) => string
  readonly files: (count: number) => string
  /** 完成时限 with what became of it, where it is not said in Chinese. */
  readonly due: (entry: Pick<LedgerEntry, 'dueText' | 'course'>) => string
  /** 进展情况 in a sentence, where it is not said in Chinese; `done`: the cell of what is done. */
  readonly headway: (standing: Standing, done: string) => string
}

/** A cell of a column that says how a commitment stands; empty where it does not compute. */
export function standingCell(
  standing: Standing | null,
  column: 'light' | 'latestSafeDay' | 'headway' | 'done' | 'owed' | 'pace' | 'arrears',
  words: StandingTexts,
): string {
  if (standing === null) return column === 'light' ? words.undefinedLight : ''
  switch (column) {
    case 'light':
      return words.lights[standing.light]
    case 'latestSafeDay':
      return standing.latestSafeDay ?? ''
    case 'headway':
      return words.language === 'zh' ? headwayWords(standing) : words.headway(standing, standingCell(standing, 'done', words))
    case 'done':
      return words.language === 'zh' || standing.per === 'whole'
        ? doneWords(standing)
        : `${standing.met}/${standing.subjects} ${words.each[standing.per]}`
    case 'owed':
      return owedWords(standing)
    case 'pace':
      return words.language === 'zh' ? paceWords(standing) : paceWords(standing).replace('（', ' (').replace('）', ')')
    case 'arrears':
      return standing.arrears === 0 ? '' : words.periods(standing.arrears)
  }
}
