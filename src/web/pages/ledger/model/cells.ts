import { dueWords, progressAfter } from '#core/ledger/course-words.ts'
import type { LedgerColumn, LedgerEntry } from '#core/ledger/ledger.ts'
import { remarkWords } from '#core/ledger/remark.ts'
import { indicatorCell } from '#web/_words/reading/indicator.ts'
import { standingCell, type StandingTexts } from './standing-cells.ts'
import type { Language } from '#web/_lib/language.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'

/** What the words of a cell depend on. */
export interface CellWords {
  readonly language: Language
  readonly words: ReadingWords
  readonly standing: StandingTexts
}

/** A cell as it is shown and copied. In Chinese it is what the exported file holds. */
export function cellText(entry: LedgerEntry, column: LedgerColumn, { language, words, standing }: CellWords): string {
  switch (column) {
    case 'nature':
      return entry.nature === null ? '' : words.nature[entry.nature]
    case 'closure':
      return entry.closure === null ? '' : standing.closures[entry.closure]
    case 'dispatch':
      return entry.dispatch === null ? '' : standing.dispatches[entry.dispatch]
    case 'state':
      return words.state[entry.state]
    case 'dueOn':
      return language === 'zh' ? dueWords(entry) : standing.due(entry)
    case 'light':
    case 'latestSafeDay':
    case 'headway':
      return progressAfter(standingCell(entry.standing, column, standing), entry.course)
    case 'done':
    case 'owed':
    case 'pace':
    case 'arrears':
      return standingCell(entry.standing, column, standing)
    case 'evidence':
      return entry.evidence === 0 ? '' : standing.files(entry.evidence)
    case 'indicator':
      return language === 'zh' ? entry.indicator : indicatorCell(entry, words)
    case 'ref':
    case 'plan':
    case 'aspect':
    case 'finding':
    case 'measure':
    case 'sentence':
    case 'leaders':
    case 'leadOrgs':
    case 'owners':
    case 'supportingOrgs':
    case 'responsibility':
      return entry[column]
    case 'remark':
      return remarkWords(entry)
  }
}

/** A value of a filter list in words; null is an empty cell. */
export function valueText(column: LedgerColumn, value: string | null, blank: string, { words, standing }: CellWords): string {
  if (value === null) return column === 'light' ? standing.undefinedLight : blank
  if (column === 'light') return isKey(standing.lights, value) ? standing.lights[value] : value
  if (column === 'done' || column === 'headway' || column === 'pace') return `${String(Number((Number(value) * 100).toFixed(1)))}%`
  if (column === 'arrears') return standing.periods(Number(value))
  if (column === 'evidence') return standing.files(Number(value))
  if (column === 'owed') return String(Number(value))
  if (column === 'nature') return isKey(words.nature, value) ? words.nature[value] : value
  if (column === 'closure') return isKey(standing.closures, value) ? standing.closures[value] : value
  if (column === 'dispatch') return isKey(standing.dispatches, value) ? standing.dispatches[value] : value
  if (column === 'state') return isKey(words.state, value) ? words.state[value] : value
  return value
}

function isKey<Key extends string>(catalog: Readonly<Record<Key, string>>, key: string): key is Key {
  return key in catalog
}
