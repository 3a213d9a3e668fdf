import { useQuery } from '@tanstack/react-query'
import type { Reading } from '#core/draft/reading.ts'
import type { RuleWords } from '#core/phrase-rule/phrase-rule.ts'
import { client } from '#web/_lib/client.ts'
import { targetText } from '#web/_words/reading/indicator.ts'
import { type ReadingWords, useReadingWords } from '#web/_words/reading/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useTeachText } from './use-teach-text.ts'

interface RulePreviewProps {
  readonly words: RuleWords
  /** The rule it would take the place of. */
  readonly instead: string | null
}

/** Which sentences of the plans there are a rule would read otherwise. */
export function RulePreview({ words, instead }: RulePreviewProps) {
  const text = useTeachText()
  const readingWords = useReadingWords()
  const failureText = useFailureText()
  const preview = useQuery({
    queryKey: ['phrase-rule-preview', words, instead],
    queryFn: () => client.phraseRule.preview({ ...words, instead }),
    retry: false,
    staleTime: 60_000,
  })
  if (preview.isPending) return <p className="quiet">{text.previewing}</p>
  if (preview.isError) return <p className="notice error">{failureText(preview.error)}</p>
  const { plans, isCut, sentences } = preview.data
  const knowsOwn = words.example === '' || sentences.some(({ isOwn }) => isOwn)
  const others = sentences.filter(({ isOwn }) => !isOwn).length
  return (
    <section className="teach-preview" aria-label={text.preview}>
      <p role="status">{others === 0 ? text.noChange(plans) : text.changes(others, plans, isCut)}</p>
      {knowsOwn || instead !== null ? null : <p className="notice">{text.notOwn}</p>}
      <ul>
        {sentences.map(({ plan, title, text: sentence, isOwn, before, after }) => (
          <li key={`${plan}${sentence}`}>
            <span className="quiet">{isOwn ? `${text.own} · ${title}` : title}</span>
            <blockquote lang="zh-CN">{sentence}</blockquote>
            <span>
              {text.was}：<del>{linesOf(before, readingWords, text.nothing)}</del>
            </span>
            <span>
              {text.becomes}：<ins>{linesOf(after, readingWords, text.nothing)}</ins>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function linesOf(readings: readonly Reading[], words: ReadingWords, nothing: string): string {
  if (readings.length === 0) return nothing
  return readings
    .map((reading) => {
      const { kind, scope, leaders, leadOrgs, period, value } = reading
      const target = value === null ? '' : `${words.period(period.value)} ${targetText(reading, words) ?? ''}`
      const names = [...leaders, ...leadOrgs].map((name) => name.value).join('、')
      return [words.kind[kind], target, scope.value === 'org' ? '' : words.scope[scope.value], names]
        .filter((each) => each !== '')
        .join(' · ')
    })
    .join('；')
}
