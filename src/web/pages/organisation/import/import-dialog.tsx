import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { useFileChoice } from '#web/_components/file-drop/use-file-choice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { sendSheet, unreadableOf } from '#web/_lib/send-sheet.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFileTrouble } from '#web/_words/file/words.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useOrganisationText } from '../use-text.ts'
import { Preview } from './preview.tsx'

interface ImportDialogProps {
  readonly asOf: string
  readonly onTemplate: () => void
  readonly onClose: () => void
}

/** 导入名册: choose a file, see what it would do, confirm. */
export function ImportDialog({ asOf, onTemplate, onClose }: ImportDialogProps) {
  const text = useOrganisationText()
  const failureText = useFailureText()
  const troubleOf = useFileTrouble()
  const [from, setFrom] = useState(asOf)
  const send = useMutation({ mutationFn: (file: File) => sendSheet('/organisation/imports', file) })
  const id = send.data ?? ''
  const preview = useQuery({
    queryKey: ['organisation', 'import', id, from],
    queryFn: () => client.organisation.preview({ id, from }),
    enabled: id !== '' && from !== '',
    placeholderData: keepPreviousData,
  })
  const apply = useMutation({
    mutationFn: (version: number) => client.organisation.applyImport({ id, version, from }),
    onSuccess: () => {
      tell('done', text.done.imported)
      onClose()
    },
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['organisation'] }),
  })
  const sheet = useFileChoice({ accept: '.xlsx', label: text.sheet.choose, onFile: (file) => send.mutate(file) })
  const unreadable = unreadableOf(send.error)
  const trouble = unreadable === null ? null : troubleOf(unreadable.code, unreadable.params)
  const shown = id === '' ? undefined : preview.data
  const canApply = shown?.faults.length === 0 && shown.steps.some(({ act }) => act !== 'same')
  return (
    <Dialog title={text.sheet.title} wide onClose={onClose}>
      <div className="body sheet-import" {...sheet.drop}>
        {send.isError ? (
          <p className="notice error" role="alert">
            {trouble === null
              ? failureText(send.error)
              : [trouble.what, trouble.where, trouble.remedy].filter((part) => part !== '').join(' · ')}
          </p>
        ) : null}
        <FailureNotice error={preview.error} words={failureText} />
        {shown === undefined ? (
          <div className="choose">
            <p className="quiet">{text.sheet.intro}</p>
            {send.isPending || (id !== '' && preview.isPending) ? (
              <p role="status" className="waits">
                <span className="spinner" /> {text.sheet.reading}
              </p>
            ) : (
              <p>
                <button type="button" className="button primary" onClick={sheet.choose}>
                  <Icon name="upload" />
                  {text.sheet.choose}
                </button>
                <span className="quiet">{text.sheet.drop}</span>
              </p>
            )}
            <button type="button" className="button quiet small" onClick={onTemplate}>
              <Icon name="download" />
              {text.sheet.template}
            </button>
          </div>
        ) : (
          <Preview preview={shown} from={from} onFrom={setFrom} />
        )}
        {sheet.input}
      </div>
      {shown === undefined ? null : (
        <div className="foot">
          <button type="button" className="button" onClick={sheet.choose}>
            {text.sheet.again}
          </button>
          <button
            type="button"
            className="button primary"
            disabled={!canApply || apply.isPending || preview.isFetching}
            onClick={() => apply.mutate(shown.version)}
          >
            {text.sheet.apply}
          </button>
        </div>
      )}
    </Dialog>
  )
}
