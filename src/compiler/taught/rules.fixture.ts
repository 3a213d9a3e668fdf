import { Day } from '#core/day/day.ts'
import type { PhraseRule, Teaching } from '#core/phrase-rule/phrase-rule.ts'

/** A rule as somebody has taught it; its id follows from what it teaches. */
export function ruleOf(phrase: string, teaches: Teaching, nth = 1): PhraseRule {
  const hash = Array.from(`${phrase}${JSON.stringify(teaches)}`).reduce(
    (sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 0xffffff,
    nth,
  )
  const id = `0190c2d4-0000-7000-8000-${hash.toString(16).padStart(12, '0')}`
  return { id, phrase, teaches, example: '', isOn: true, madeBy: '张三', madeOn: Day.parse(`2026-01-0${nth}`) }
}
