import { NUMERAL, readNumeral } from '#compiler/lexicon/numeral.ts'
import { unitName } from '#compiler/lexicon/unit.ts'
import type { PeriodMark, QuantityMark } from '#compiler/recognise/mark.ts'
import { findPhrase } from './find-phrase.ts'
import type { Taught, TaughtPhrase } from './taught.ts'

const behindNumber = new RegExp(`(?<!第)(?<low>${NUMERAL}|半)(?:(?:至|到|-|~)(?<high>${NUMERAL}))?(?<about>余|多)?$`)

/** What units and rhythms that people have taught mark in a sentence; none overlaps another. */
export function findTaught(text: string, { unit, rhythm }: Taught): (PeriodMark | QuantityMark)[] {
  const found: (PeriodMark | QuantityMark)[] = []
  for (const mark of [...rhythm.flatMap((phrase) => rhythms(text, phrase)), ...unit.flatMap((phrase) => quantities(text, phrase))])
    if (!found.some(({ start, end }) => mark.start < end && start < mark.end)) found.push(mark)
  return found
}

function rhythms(text: string, phrase: TaughtPhrase<'rhythm'>): PeriodMark[] {
  const { teaches, rule } = phrase
  return findPhrase(text, phrase).map((word) => ({ type: 'period', ...word, style: 'each', period: teaches.period, word, by: null, rule }))
}

/** The unit stands behind a number: in the phrase its number is left out or stands first. */
function quantities(text: string, phrase: TaughtPhrase<'unit'>): QuantityMark[] {
  const words = phrase.hasNumber ? phrase.after : phrase.before
  const places = findPhrase(text, { before: words, after: '', hasNumber: false })
  return places.flatMap((unitWords) => {
    const match = behindNumber.exec(text.slice(0, unitWords.start))
    const { low = '', high, about } = match?.groups ?? {}
    const value = low === '半' ? '0.5' : readNumeral(low)
    const upper = high === undefined ? null : readNumeral(high)
    if (match === null || value === null || (upper !== null && Number(upper) < Number(value))) return []
    if (phrase.hasNumber && !text.slice(0, match.index).endsWith(phrase.before)) return []
    const number = { start: match.index, end: unitWords.start - (about?.length ?? 0) }
    const inWords = low.length === 1 && !/\d/.test(low)
    const unit = unitName(phrase.teaches.unit)
    const range = { start: match.index, end: unitWords.end }
    return [
      {
        type: 'quantity',
        ...range,
        value,
        upper,
        unit,
        number,
        unitWords,
        isAbout: about !== undefined,
        inWords,
        per: null,
        rule: phrase.rule,
      },
    ]
  })
}
