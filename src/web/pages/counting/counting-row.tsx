import { Link } from '@tanstack/react-router'
import { definitionWords, type Lookup } from '#web/_words/definition/words.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import { type CountingItem, statusOf } from './model.ts'
import { useCountingText } from './use-text.ts'

interface CountingRowProps {
  readonly item: CountingItem
  readonly look: Lookup
  readonly isBusy: boolean
  readonly onConfirm: () => void
  readonly onEdit: () => void
}

/** One commitment: its sentence, how it is or may be counted in one sentence, where that comes from, and what is missing. */
export function CountingRow({ item, look, isBusy, onConfirm, onEdit }: CountingRowProps) {
  const text = useCountingText()
  const words = useReadingWords()
  const status = statusOf(item)
  const { counting, suggestion, reading } = item
  const definition = counting.definition ?? suggestion?.definition ?? null
  const open = counting.version > 0 ? counting.open : (suggestion?.open ?? [])
  const isSuggested = counting.version === 0
  const missing = isSuggested ? (suggestion?.parts ?? []).filter(({ from }) => from === 'missing') : []
  const reasons = isSuggested ? (suggestion?.parts ?? []).filter(({ from }) => from !== 'missing') : []
  return (
    <li className={`counting-row is-${status}`}>
      <div className="said">
        <span className="ref">{item.ref}</span>
        <span className={`status is-${status}`}>{text.status[status]}</span>
        <q lang="zh-CN">
          <Sentence sentence={item.sentence} text={item.text} />
        </q>
      </div>
      {definition === null ? null : (
        <p className="how">
          <span className="tag">{isSuggested ? text.suggested : text.defined}</span>
          <span lang={look.language === 'zh' ? 'zh-CN' : 'en'}>{definitionWords(reading, definition, words, look)}</span>
        </p>
      )}
      {missing.map(({ part, words: named }) => (
        <p key={part} className="lacks">
          {look.text.part[part]}：{look.text.from.missing(named)}
        </p>
      ))}
      {reasons
        .filter(({ isSure }) => !isSure)
        .map(({ part, from, words: named }) => (
          <p key={`${part} ${from}`} className="lacks">
            {text.pleaseCheck}：{look.text.part[part]}（{look.text.from[from](named)}）
          </p>
        ))}
      {open.length === 0 || missing.length > 0 ? null : (
        <p className="lacks">
          {text.openNow}：{open.map((code) => look.text.open[code]).join(look.text.list)}
        </p>
      )}
      <div className="foot">
        {reasons.length === 0 ? null : (
          <details>
            <summary>{text.why}</summary>
            <ul>
              {reasons.map(({ part, from, words: named, isSure }, index) => (
                <li key={`${part} ${String(index)}`} className={isSure ? '' : 'unsure'}>
                  {look.text.part[part]}：{look.text.from[from](named)}
                </li>
              ))}
            </ul>
          </details>
        )}
        <span className="acts">
          {isSuggested && (status === 'ready' || status === 'check') ? (
            <button type="button" className="button small primary" disabled={isBusy} onClick={onConfirm}>
              {text.confirm}
            </button>
          ) : null}
          {status === 'vague' ? null : (
            <button type="button" className="button small" onClick={onEdit}>
              {definition?.counting == null ? text.define : text.change}
            </button>
          )}
          <Link to="/commitments/$id" params={{ id: item.commitment }} search={{}} className="button small quiet">
            {text.page}
          </Link>
        </span>
      </div>
    </li>
  )
}

/** The sentence with the commitment's own words marked. */
function Sentence({ sentence, text }: { readonly sentence: string; readonly text: string }) {
  const at = sentence.indexOf(text)
  if (at < 0) return sentence
  return (
    <>
      {sentence.slice(0, at)}
      <mark>{text}</mark>
      {sentence.slice(at + text.length)}
    </>
  )
}
