import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useIsPast } from '#web/_lib/may.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { askedOf, type Filters } from './model/filters.ts'
import { useRecordsText } from './use-text.ts'

/** The list as seen as .xlsx, and the way to bring one in. */
export function SheetActs({
  register,
  filters,
  mayImport,
}: {
  readonly register: string
  readonly filters: Filters
  readonly mayImport: boolean
}) {
  const text = useRecordsText()
  const failureText = useFailureText()
  const isPast = useIsPast()
  const give = useMutation({
    mutationFn: () => client.recordImport.export({ register, ...askedOf(filters) }),
    onSuccess: (file) => download(file, file.name),
    onError: (error) => tell('error', failureText(error)),
  })
  return (
    <>
      <button type="button" className="button" disabled={give.isPending} onClick={() => give.mutate()}>
        <Icon name="download" />
        {text.exportSheet}
      </button>
      {isPast ? null : (
        <Link to="/evidence/folder" search={{ register }} className="button">
          <Icon name="link" />
          {text.attachFolder}
        </Link>
      )}
      {mayImport ? (
        <Link to="/registers/$register/import" params={{ register }} className="button">
          <Icon name="upload" />
          {text.importSheet}
        </Link>
      ) : null}
    </>
  )
}
