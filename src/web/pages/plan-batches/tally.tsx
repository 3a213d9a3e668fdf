import { type BatchTally, type FileResult, fileResults } from '#core/plan-batch/plan-batch.ts'
import type { Text } from './text.zh.ts'

/** How many files came to what, those that there are. */
export function Tally({ tally, text }: { readonly tally: Partial<BatchTally>; readonly text: Text }) {
  return (
    <span className="plan-batches-tally">
      {fileResults
        .filter((result) => (tally[result] ?? 0) > 0)
        .map((result) => (
          <span key={result}>
            <Result result={result} text={text} /> {tally[result]}
          </span>
        ))}
    </span>
  )
}

/** What became of a file: word, sign and colour. */
export function Result({ result, text }: { readonly result: FileResult; readonly text: Text }) {
  return (
    <span className={`plan-batches-result ${result}`}>
      <span aria-hidden="true">{text.mark[result]}</span> {text.result[result]}
    </span>
  )
}
