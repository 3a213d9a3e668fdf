import { useState } from 'react'
import { sendEvidence } from '#web/_components/evidence/send-evidence.ts'
import { useWhyRefused } from '#web/_components/evidence/why-refused.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useInspectionText } from './use-text.ts'

/** A file that was taken. */
export interface TakenPhoto {
  readonly evidence: string
  readonly name: string
}

/** Takes photos and files; what was not sent stays on the page to be sent again. */
export function PhotoInput({ onTaken }: { readonly onTaken: (photo: TakenPhoto) => void }) {
  const text = useInspectionText()
  const whyRefused = useWhyRefused()
  const [lost, setLost] = useState<readonly File[]>([])
  const [refused, setRefused] = useState<readonly string[]>([])
  const [sending, setSending] = useState(0)
  const send = async (files: readonly File[]): Promise<void> => {
    setLost([])
    setSending(files.length)
    setRefused([])
    for (const file of files) {
      await sendEvidence(file, () => undefined)
        .done.then(({ evidence: { id, name } }) => onTaken({ evidence: id, name }))
        .catch((error: unknown) => {
          if (failureOf(error).code === 'NETWORK') setLost((before) => [...before, file])
          else setRefused((before) => [...before, `${file.name}：${whyRefused(error)}`])
        })
    }
    setSending(0)
  }
  return (
    <div className="insp-photo">
      <label className="button quiet small">
        {sending > 0 ? text.photoSending : text.photo}
        <input
          type="file"
          multiple
          hidden
          disabled={sending > 0}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            target.value = ''
            void send(files)
          }}
        />
      </label>
      {refused.map((words) => (
        <p key={words} className="notice error" role="alert">
          {words}
        </p>
      ))}
      {lost.length === 0 ? null : (
        <p className="notice error" role="alert">
          {text.photoLost} {lost.map(({ name }) => name).join('、')}{' '}
          <button type="button" className="button small" onClick={() => void send(lost)}>
            {text.retry}
          </button>
        </p>
      )}
    </div>
  )
}
