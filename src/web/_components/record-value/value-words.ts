import type { FieldValue } from '#core/record/record.ts'
import type { Field } from '#core/register/field.ts'
import { keyOf, type Party } from '#core/roster/party.ts'
import type { Language } from '#web/_lib/language.ts'

/** The days of a fact, as they stand or as they are typed. */
interface Span {
  readonly from: string
  readonly to: string
  readonly startsAtNoon: boolean
  readonly endsAtNoon: boolean
}

type Value = FieldValue | { readonly from: string; readonly to: string }

/** Names by key: `person:<id>`, `org:<id>`, `record:<id>`. */
export type NamesByKey = Readonly<Record<string, string>>

const words = {
  zh: {
    yes: '是',
    no: '否',
    unknown: '（名册中已查不到）',
    unknownTask: '（台账中查不到，或不在您的查看范围内）',
    and: '、',
    span: ' 至 ',
    morning: '上午',
    afternoon: '下午',
    fromNoon: '下午',
    toNoon: '上午',
  },
  en: {
    yes: 'Yes',
    no: 'No',
    unknown: '(unknown)',
    unknownTask: '(not in the ledger, or not for you to see)',
    and: ', ',
    span: ' to ',
    morning: ' morning',
    afternoon: ' afternoon',
    fromNoon: ' from noon',
    toNoon: ' till noon',
  },
} as const

/** The value of a field as it is read; empty where it holds nothing. */
export function valueWords(value: Value | undefined, field: Field | undefined, names: NamesByKey, language: Language): string {
  const text = words[language]
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (field?.type === 'record') return names[`record:${value}`] ?? text.unknown
    if (field?.type === 'decimal') return field.unit === '%' ? `${value}%` : `${value} ${field.unit}`
    return optionWords(value, field, language)
  }
  if ('from' in value) return value.from === value.to ? value.from : `${value.from}${text.span}${value.to}`
  if (field?.type === 'commitments')
    return value.map((each) => (typeof each === 'string' ? (names[`commitment:${each}`] ?? text.unknownTask) : '')).join(text.and)
  return value
    .map((each) => (typeof each === 'string' ? optionWords(each, field, language) : partyWords(each, names, language)))
    .join(text.and)
}

/** The name of a party. */
export function partyWords(party: Party, names: NamesByKey, language: Language): string {
  return names[keyOf(party)] ?? words[language].unknown
}

/** Several parties in one line. */
export function partiesWords(parties: readonly Party[], names: NamesByKey, language: Language): string {
  return parties.map((party) => partyWords(party, names, language)).join(words[language].and)
}

/** 2026-03-02 上午; 2026-03-02 下午 至 2026-03-04. */
export function occurredWords({ from, to, startsAtNoon, endsAtNoon }: Span, language: Language): string {
  const text = words[language]
  if (from === to) return `${from}${startsAtNoon ? ` ${text.afternoon.trim()}` : endsAtNoon ? ` ${text.morning.trim()}` : ''}`
  return `${from}${startsAtNoon ? ` ${text.fromNoon.trim()}` : ''}${text.span}${to}${endsAtNoon ? ` ${text.toNoon.trim()}` : ''}`
}

function optionWords(option: string, field: Field | undefined, language: Language): string {
  if (language === 'zh' || field?.type !== 'choice') return option
  return field.optionsEn[field.options.indexOf(option)] ?? option
}
