import type { Reading } from '#core/draft/reading.ts'
import { type Span, textOf } from '#core/text/span.ts'

/** On which words of a sentence a correction hangs, as a first guess: a person puts it right before it is kept. */

const STOPS = /[，,。；;：:、（()）\s]/u

/** Words that every plan uses: what one correction says of them is about its sentence, not about the words. */
const PLAIN = /^(?:[每逐按][年季月周日天]度?|每季度|每半年|不少于|不低于|不超过|不高于|至少|达到|以上|以下|以内|[次件天个人%])$/u

/** Whether a phrase is one that no correction alone should teach. */
export function isPlain(phrase: string): boolean {
  return PLAIN.test(phrase)
}

/** 一季一督, 逐周, 季度点评: words of time with what stands beside them; the first of them. */
export function periodPhrase(sentence: string): string {
  const patterns = [
    /[一两双]?[年季月周旬日][一两双][\u4e00-\u9fff]/u,
    /(?:每|逐|按|隔|双)[^，。；、\s]{0,2}[年季月周旬日天]/u,
    /[年季月周旬日]度?[\u4e00-\u9fff]{2}/u,
  ]
  for (const pattern of patterns) {
    const found = pattern.exec(sentence)
    if (found !== null) return found[0]
  }
  return ''
}

/** Who the sentence begins with: up to the word that says how often or that they must. */
export function subjectPhrase(sentence: string): string {
  const bare = sentence.trim().replace(/^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[）)、.．]|是|要)/u, '')
  return (
    /^(?<subject>(?![每按逐全年月季周日对将把为])[^，。；、：\s]{2,12}?)(?=每|应|须|要|至少|不少于|按|逐|定期|全年|年度|[\d一二三四五六七八九十]+[次天件篇])/u.exec(
      bare,
    )?.groups?.['subject'] ?? ''
  )
}

/** What stands behind the number: the new unit where it stands there, else the word that was read as the unit, else the next character. */
export function unitPhrase(text: string, sentence: Span, original: Reading, reading: Reading): string {
  const stated = original.unit?.certainty === 'stated' ? original.unit.span : null
  const from = stated?.start ?? behindNumber(text, sentence, reading)
  if (from === null) return ''
  const behind = text.slice(from, Math.min(sentence.end, from + 6)).split(STOPS)[0] ?? ''
  const unit = reading.unit?.value ?? ''
  const at = behind.indexOf(unit)
  if (unit !== '' && at >= 0) return behind.slice(0, at + unit.length)
  return stated === null ? behind.slice(0, 1) : textOf(text, stated)
}

function behindNumber(text: string, { start, end }: Span, { value }: Reading): number | null {
  if (value === null) return null
  const at = text.slice(start, end).indexOf(value.value)
  return at < 0 ? null : start + at + value.value.length
}

/** The words that compare: those that were read, else those between the last word of time or stop and the number. */
export function phraseAround(text: string, sentence: Span, { comparator, value }: Reading): string {
  if (comparator?.certainty === 'stated') return textOf(text, comparator.span)
  if (value?.certainty !== 'stated') return ''
  const lead = text.slice(Math.max(sentence.start, value.span.start - 8), value.span.start)
  return lead.split(/[，,。；;：:、（()）\s]|[每逐按][年季月周日天]度?|季度/u).at(-1) ?? ''
}
