import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { useFileChoice } from '#web/_components/file-drop/use-file-choice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Register } from '../model/asked.ts'
import { useRecordImportText } from '../use-text.ts'

interface ChooseProps {
  readonly register: Register
  readonly send: UseMutationResult<string, Error, File>
}

/** Where a person gives the sheet, or takes an empty one. */
export function Choose({ register, send }: ChooseProps) {
  const text = useRecordImportText()
  const failureText = useFailureText()
  const take = useMutation({
    mutationFn: (isTemplate: boolean) => client.recordImport.export({ register: register.id, isTemplate }),
    onSuccess: (file) => download(file, file.name),
    onError: (error) => tell('error', failureText(error)),
  })
  const sheet = useFileChoice({ accept: '.xlsx', label: text.choose, onFile: (file) => send.mutate(file) })
  return (
    <section className="choose" {...sheet.drop}>
      <FailureNotice error={send.error} words={failureText} />
      <p>{text.intro}</p>
      {send.isPending ? (
        <p role="status" className="waits">
          <span className="spinner" /> {text.reading}
        </p>
      ) : (
        <p>
          <button type="button" className="button primary" onClick={sheet.choose}>
            <Icon name="upload" />
            {text.choose}
          </button>
          <span className="quiet">{text.drop}</span>
        </p>
      )}
      <p>
        <button type="button" className="button quiet small" disabled={take.isPending} onClick={() => take.mutate(true)}>
          <Icon name="download" />
          {text.template}
        </button>
        <button type="button" className="button quiet small" disabled={take.isPending} onClick={() => take.mutate(false)}>
          <Icon name="download" />
          {text.export}
        </button>
      </p>
      {sheet.input}
    </section>
  )
}
