import { Link } from '@tanstack/react-router'
import type { Certain } from '#core/text/certain.ts'
import { BlockText } from '#web/_components/document/block-text.tsx'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useDefinitionText } from '#web/_words/definition/use-words.ts'
import { definitionWords, type Lookup } from '#web/_words/definition/words.ts'
import { useQuestionWords } from '#web/_words/question/words.ts'
import { indicatorText } from '#web/_words/reading/indicator.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import type { CommitmentPageView } from './use-commitment.ts'
import { useCommitmentText } from './use-text.ts'

/** On what the commitment rests: its sentence in the document, who answers, until when, how it is counted, what was answered. */
export function Facts({ view }: { readonly view: CommitmentPageView }) {
  const text = useCommitmentText()
  const words = useReadingWords()
  const questionWords = useQuestionWords()
  const look = usePageLookup(view)
  const { commitment, counting, plan, related, questions } = view
  const { reading, basis } = commitment
  const rows: readonly (readonly [string, string])[] = [
    [text.finding, view.finding],
    [text.measure, view.measure],
    [text.target, indicatorText(reading, words)],
    [text.nature, reading.nature === null ? '' : words.nature[reading.nature.value]],
    [text.due, reading.deadline?.value ?? reading.deadlineText?.value ?? ''],
    [text.carried, commitment.carried === undefined ? '' : text.carriedInto(commitment.carried.title, commitment.carried.dueOn)],
    [text.leaders, namesIn(reading.leaders)],
    [text.leadOrgs, namesIn(reading.leadOrgs)],
    [text.owners, namesIn(reading.owners)],
    [text.supportingOrgs, namesIn(reading.supportingOrgs)],
  ]
  return (
    <aside className="facts">
      <section>
        <h2>{text.sentence}</h2>
        <Excerpt view={view} />
        <Link to="/plans/$planId" params={{ planId: plan.id }} hash={commitment.id} className="button small quiet">
          {text.inPlan}
        </Link>
      </section>
      <section>
        <h2>{text.counting}</h2>
        {counting.definition === null ? (
          <p className="quiet">{text.notComputing}</p>
        ) : (
          <>
            <p lang={look.language === 'zh' ? 'zh-CN' : 'en'}>{definitionWords(reading, counting.definition, words, look)}</p>
            {view.definedBy === null || view.definedAt === null ? null : (
              <p className="quiet">{text.definedBy(view.definedBy, momentText(view.definedAt))}</p>
            )}
          </>
        )}
        {related.map(({ id, ref, text: said, relation }) => (
          <p key={`${relation} ${id}`}>
            <span className="tag">{text.related[relation]}</span>
            <Link to="/commitments/$id" params={{ id }} search={{}} lang="zh-CN">
              {ref} {said}
            </Link>
          </p>
        ))}
        {questions.length === 0 ? null : (
          <p className="lacks">
            {text.questions}：{questions.map(({ code }) => questionWords.title[code]).join(look.text.list)}{' '}
            <Link to="/plans/$planId/counting" params={{ planId: plan.id }}>
              {text.toCounting}
            </Link>
          </p>
        )}
      </section>
      {basis.length === 0 ? null : (
        <section>
          <h2>{text.basis}</h2>
          <dl>
            {basis.map(({ code, answer, by }) => (
              <div key={code}>
                <dt>{questionWords.title[code]}</dt>
                <dd>
                  {questionWords.answerText(code, answer)} <span className="quiet">{by}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h2>{text.facts}</h2>
        <dl>
          {rows.map(([label, value]) =>
            value === '' ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd lang="zh-CN">{value}</dd>
              </div>
            ),
          )}
        </dl>
      </section>
    </aside>
  )
}

function namesIn(names: readonly Certain<string>[]): string {
  return names.map(({ value }) => value).join('、')
}

/** Looks up in what the page came with. */
export function usePageLookup(view: CommitmentPageView): Lookup {
  const language = useLanguage()
  const text = useDefinitionText()
  const registers = new Map(view.registers.map((register) => [register.id, register]))
  const refs = new Map<string, string>(view.related.map(({ id, ref }) => [id, ref]))
  return {
    language,
    text,
    register: (id) => registers.get(id),
    name: (key) => view.names[key] ?? '—',
    ref: (id) => refs.get(id) ?? '—',
  }
}

/** The sentence in its paragraph, lit as in the document. */
function Excerpt({ view }: { readonly view: CommitmentPageView }) {
  const words = useReadingWords()
  const { excerpt, commitment } = view
  if (excerpt === null) return <blockquote lang="zh-CN">{commitment.text}</blockquote>
  const mark = { id: commitment.id, span: excerpt.span, ref: commitment.ref, kind: commitment.reading.kind, state: commitment.state }
  const isOwn = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start < excerpt.span.end && excerpt.span.start < end
  return (
    <div className="excerpt lit" lang="zh-CN">
      {excerpt.paragraphs.filter(isOwn).map((span) => (
        <p key={span.start}>
          <BlockText
            text={excerpt.text}
            span={span}
            marks={[mark]}
            strong={[]}
            revisions={[]}
            focus={commitment.id}
            hover={null}
            sentence={excerpt.sentence}
            spot={null}
            words={words}
          />
        </p>
      ))}
    </div>
  )
}
