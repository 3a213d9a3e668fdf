import { dayIn, sidesOf } from '#core/record-import/day-cell.ts'
import { isOpenName, type NameBook, namesIn, type OpenName } from '#core/record-import/name-book.ts'
import type { FieldValue } from '#core/record/record.ts'
import type { Field } from '#core/register/field.ts'
import type { Party } from '#core/roster/party.ts'

/** Why a cell cannot be read, beside what the register itself refuses. */
export type CellFault =
  | 'not-a-number'
  | 'not-a-day'
  | 'not-an-option'
  | 'not-yes-no'
  | 'unknown-name'
  | 'ambiguous-name'
  | 'unknown-record'
  | 'unknown-commitment'

/** What a cell holds; null: nothing. `open`: names that must be settled first. */
export type Parsed =
  | { readonly ok: true; readonly value: FieldValue | null }
  | { readonly ok: false; readonly code: CellFault; readonly open: readonly OpenName[] }

const YES = /^(?:是|有|√|✓|y|yes|true|1)$/i
const NO = /^(?:否|无|×|✗|x|n|no|false|0)$/i

const taken = (value: FieldValue | null): Parsed => ({ ok: true, value })
const wrong = (code: CellFault): Parsed => ({ ok: false, code, open: [] })

/** Where refs of commitments are looked up, in the place of a register. */
export const COMMITMENTS = ':commitments'

/** Reads one cell as a field holds it. `recordOf`: the record of another register a number or id names, the commitment that a ref alone names. */
export function parseCell(cell: string, field: Field, names: NameBook, recordOf: (register: string, key: string) => string | null): Parsed {
  const text = cell.trim()
  if (text === '') return taken(null)
  switch (field.type) {
    case 'text':
      return taken(plainText(text))
    case 'number': {
      const number = Number(numberIn(text, ''))
      return Number.isSafeInteger(number) ? taken(number) : wrong('not-a-number')
    }
    case 'decimal': {
      const number = numberIn(text, field.unit)
      return /^-?\d+(\.\d+)?$/.test(number) ? taken(number) : wrong('not-a-number')
    }
    case 'day': {
      const day = dayIn(text)
      return day === null ? wrong('not-a-day') : taken(day)
    }
    case 'days': {
      const [from = '', to = from] = sidesOf(text)
      const [first, last] = [dayIn(from), dayIn(to)]
      return first === null || last === null ? wrong('not-a-day') : taken({ from: first, to: last })
    }
    case 'choice':
      return parseChoice(text, field)
    case 'people':
      return parseParties(text, 'person', names)
    case 'orgs':
      return parseParties(text, 'org', names)
    case 'yes-no':
      return YES.test(text) ? taken(true) : NO.test(text) ? taken(false) : wrong('not-yes-no')
    case 'record': {
      const id = recordOf(field.register, text)
      return id === null ? wrong('unknown-record') : taken(id)
    }
    case 'commitments': {
      const ids = namesIn(text).map((ref) => recordOf(COMMITMENTS, ref))
      const found = ids.filter((id) => id !== null)
      return found.length < ids.length ? wrong('unknown-commitment') : taken([...new Set(found)])
    }
  }
}

/** Parties named in a cell, each once in its order. */
export function parseParties(
  cell: string,
  role: 'org' | 'person',
  names: NameBook,
):
  | { readonly ok: true; readonly value: readonly Party[] }
  | { readonly ok: false; readonly code: CellFault; readonly open: readonly OpenName[] } {
  const found = namesIn(cell).map((name) => names.find(role, name))
  const open = found.filter(isOpenName)
  if (open.length > 0)
    return { ok: false, code: open.some(({ candidates }) => candidates.length === 0) ? 'unknown-name' : 'ambiguous-name', open }
  return { ok: true, value: found.flatMap((each) => (isOpenName(each) ? [] : [each])) }
}

/** An option as it is written, or its English; an option that itself holds a comma stays whole. */
function parseChoice(text: string, { options, optionsEn, isMany }: Extract<Field, { type: 'choice' }>): Parsed {
  const optionOf = (word: string): string | undefined =>
    options.find((option) => option === word) ?? options[optionsEn.findIndex((option) => option.toLowerCase() === word.toLowerCase())]
  const whole = optionOf(text)
  if (!isMany) return whole === undefined ? wrong('not-an-option') : taken(whole)
  const chosen = whole === undefined ? namesIn(text).map(optionOf) : [whole]
  const known = chosen.filter((option) => option !== undefined)
  return known.length < chosen.length ? wrong('not-an-option') : taken(known)
}

/** Full-width digits, separators of thousands and the unit behind are let go. */
function numberIn(text: string, unit: string): string {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '')
  return unit !== '' && plain.endsWith(unit.normalize('NFKC')) ? plain.slice(0, -unit.length) : plain
}

/** Text without the apostrophe that an export puts before what a spreadsheet would take for a formula. */
function plainText(text: string): string {
  return text.replace(/^'(?=\s*[=+\-@|＝＋－＠｜])/, '').replaceAll(/\r\n?/g, '\n')
}
