import type { Certain } from '#core/text/certain.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'

/** Where a value comes from: stated, through which rule of the jurisdiction, or implied and why. */
export function sourceText(value: Certain<unknown>, words: ReadingWords): string {
  if (value.certainty === 'implied') return `${words.certainty.implied}：${words.because[value.because]}`
  return value.rule === undefined ? words.certainty.stated : words.taught(value.rule.phrase)
}
