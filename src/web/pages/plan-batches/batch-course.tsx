import { FileDrop } from '#web/_components/file-drop/file-drop.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFileTrouble } from '#web/_words/file/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { documentsIn, type GivenFile, sendAll, stopSending, useSending } from './sending.ts'
import type { Text } from './text.zh.ts'

export type Got = Awaited<ReturnType<typeof client.planBatch.get>>
type Batch = Got['batch']

interface BatchCourseProps {
  readonly batch: Batch
  /** What has come of a batch whose sender went away. */
  readonly sent: readonly string[]
  readonly text: Text
  readonly onChanged: () => void
}

/** How far a batch has come, and what can be done: cancel it, go on sending, send no more. */
export function BatchCourse({ batch, sent, text, onChanged }: BatchCourseProps) {
  const failureText = useFailureText()
  const sending = useSending()
  const { tally, expected, taken } = batch
  const all = Math.max(expected ?? 0, taken)
  const done = taken - (tally.waiting ?? 0) - (tally.reading ?? 0)
  const isSending = sending?.batch === batch.id
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    await act().catch((error: unknown) => tell('error', failureText(error)))
    void queries.invalidateQueries({ queryKey: ['plans'] })
    onChanged()
  }
  const cancel = (): void => {
    stopSending(batch.id)
    void run(() => client.planBatch.cancel({ id: batch.id }))
  }
  const goOn = async (files: Promise<readonly GivenFile[]>): Promise<void> => sendAll(batch.id, documentsIn(await files), sent)
  const isLeft = batch.state === 'receiving' && !isSending
  return (
    <section className="plan-batches-course">
      <p role="status">{wordsOf()}</p>
      {batch.error === null ? null : <Trouble error={batch.error} text={text} />}
      {batch.isRunning ? <progress aria-label={text.title} value={done} max={Math.max(1, all)} /> : null}
      {batch.leftOut === 0 ? null : <p className="quiet">{text.leftOut(batch.leftOut)}</p>}
      {isLeft ? <FileDrop words={{ ...text, files: text.goOn }} isBusy={sending !== null} onGive={(files) => void goOn(files)} /> : null}
      <p className="plan-batches-filter">
        {isLeft ? (
          <button type="button" className="button" onClick={() => void run(() => client.planBatch.finish({ id: batch.id }))}>
            {text.finish}
          </button>
        ) : null}
        {batch.isRunning ? (
          <button type="button" className="button" onClick={cancel}>
            {text.cancel}
          </button>
        ) : null}
      </p>
    </section>
  )

  function wordsOf(): string {
    if (isSending && sending !== null) return text.sending(sending.done, sending.all)
    if (batch.state === 'unpacking') return taken === 0 ? text.unpacking : text.running(done, all)
    if (batch.state === 'cancelled') return text.cancelled
    if (isLeft) return text.waitsForFiles(taken, all)
    return batch.isRunning ? text.running(done, all) : text.over(tally.done ?? 0)
  }
}

/** Why an archive was not unpacked to its end. */
function Trouble({ error: { code, params }, text }: { readonly error: NonNullable<Batch['error']>; readonly text: Text }) {
  const troubleOf = useFileTrouble()
  const { what, remedy } = troubleOf(code, params)
  const words = code === 'too-many-files' ? text.tooManyInside(params['found'] ?? '') : `${what} ${remedy}`
  return (
    <p className="notice error" role="alert">
      {text.archiveFailed} {words}
    </p>
  )
}
