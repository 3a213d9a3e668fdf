import type { LedgerColumn, LedgerEntry } from '#core/ledger/ledger.ts'
import { indicatorCell } from '#web/_words/reading/indicator.ts'
import type { Language } from '#web/_lib/language.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'

/** What the words of a cell depend on. */
export interface CellWords {
  readonly language: Language
  readonly words: ReadingWords
}

/** A cell as it is shown and copied. In Chinese it is what the exported file holds. */
export function cellText(entry: LedgerEntry, column: LedgerColumn, { language, words }: CellWords): string {
  switch (column) {
    case 'nature':
      return entry.nature === null ? '' : words.nature[entry.nature]
    case 'state':
      return words.state[entry.state]
    case 'dueOn':
      return entry.dueText
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
    case 'remark':
      return entry[column]
  }
}

/** A value of a filter list in words; null is an empty cell. */
export function valueText(column: LedgerColumn, value: string | null, blank: string, words: ReadingWords): string {
  if (value === null) return blank
  if (column === 'nature') return isKey(words.nature, value) ? words.nature[value] : value
  if (column === 'state') return isKey(words.state, value) ? words.state[value] : value
  return value
}

function isKey<Key extends string>(catalog: Readonly<Record<Key, string>>, key: string): key is Key {
  return key in catalog
}
