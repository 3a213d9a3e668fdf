/** Shapes beside the words, so that colour is never alone. */
const SHAPES = { now: '▶', todo: '○', wait: '◐', done: '✓', bad: '✕', off: '–', plain: '•' } as const

/** A state by word, shape and colour. */
export function StateMark({ tone, words }: { readonly tone: keyof typeof SHAPES; readonly words: string }) {
  return (
    <span className={`insp-mark ${tone}`}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {words}
    </span>
  )
}
