import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dropFile, keptFiles } from '#web/_lib/kept-files.ts'
import { useSession } from '#web/_lib/session.ts'
import { dialogPlace } from './photo-places.ts'
import { useInspectionText } from './use-text.ts'

/** Says what was taken in a dialog that is no longer open, and is still on this device. */
export function KeptNotice({ inspection }: { readonly inspection: string }) {
  const text = useInspectionText()
  const cache = useQueryClient()
  const account = useSession().data?.accountId ?? ''
  const key = ['inspection', 'kept', inspection]
  const { data: files = [] } = useQuery({
    queryKey: key,
    queryFn: () => keptFiles(account, dialogPlace(inspection, '')),
    // it is asked of this device alone
    networkMode: 'always',
    refetchInterval: 3000,
  })
  if (files.length === 0) return null
  return (
    <p className="notice warning" role="status">
      {text.keptBefore} {files.map(({ name }) => name).join('、')}{' '}
      <button
        type="button"
        className="button quiet small"
        onClick={() =>
          void Promise.all(files.map((file) => dropFile(account, file))).then(() => cache.invalidateQueries({ queryKey: key }))
        }
      >
        {text.giveUp}
      </button>
    </p>
  )
}
