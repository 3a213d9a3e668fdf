import type { Field } from '#core/register/field.ts'
import type { CountingHint } from '#core/register/register.ts'
import { type Language, useLanguage } from '#web/_lib/language.ts'
import { conditionWords, fieldWords } from './model/condition-words.ts'
import type { Text } from './text.zh.ts'
import { useRegistersText } from './use-text.ts'

interface Shown {
  readonly hints: readonly CountingHint[]
  readonly fields: readonly Field[]
}

/** For which words of plans a register counts, and how. */
export function HintList({ hints, fields }: Shown) {
  const text = useRegistersText()
  const language = useLanguage()
  if (hints.length === 0) return text.countsNothing
  return (
    <>
      <p className="quiet">{text.countsIntro}</p>
      <ul className="hints">
        {hints.map((hint) => (
          <li key={hint.words.join('|')}>
            <span className="words" lang="zh-CN">
              {hint.words.map((word) => `“${word}”`).join(' ')}
            </span>
            <span>{howWords(hint, fields, text, language)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function howWords(
  { where, measure, takes, outOf, isShare, completion }: CountingHint,
  fields: readonly Field[],
  text: Text,
  language: Language,
): string {
  const parts = [
    measure === null ? text.each : text[takes === 'latest' ? 'latestOf' : 'sumOf'](fieldWords(measure, fields, language)),
    ...(outOf === null ? [] : [text.outOf(fieldWords(outOf, fields, language))]),
    ...(isShare ? [text.share] : []),
    ...(where === null ? [] : [text.where(conditionWords(where, fields, text, language))]),
    ...(completion === null ? [] : [text.doneOn(fieldWords(completion, fields, language))]),
  ]
  return parts.join(language === 'zh' ? '；' : '; ')
}
