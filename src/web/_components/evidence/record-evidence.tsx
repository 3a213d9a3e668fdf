import { useMutation, useQuery } from '@tanstack/react-query'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { EvidenceBox } from './evidence-box.tsx'
import { FileRow } from './file-row.tsx'
import { useEvidence } from './use-evidence.ts'
import { useEvidenceText } from './use-text.ts'
import './evidence.css'

type Items = Awaited<ReturnType<typeof client.evidence.ofRecord>>['items']

interface RecordEvidenceProps {
  /** The record's id. */
  readonly record: string
  /** Whether files may be added and unlinked: not where the record is void. */
  readonly isFixed?: boolean
}

/** 佐证材料 of a record: what it has and had, and where more is given; each file is linked as soon as it has arrived. */
export function RecordEvidence({ record, isFixed = false }: RecordEvidenceProps) {
  const text = useEvidenceText()
  const failureText = useFailureText()
  const key = ['evidence', 'record', record]
  const answer = useQuery({ queryKey: key, queryFn: () => client.evidence.ofRecord({ record }) })
  const link = useMutation({
    mutationFn: (id: Items[number]['id']) => client.evidence.link({ record, evidence: [id] }),
    onSuccess: (linked) => queries.setQueryData(key, linked),
    onError: (error) => tell('error', failureText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: ['evidence'] }),
  })
  const evidence = useEvidence(({ evidence: { id } }) => link.mutate(id))
  const { standing, former } = parted(answer.data?.items ?? [], record)
  const pending = { ...evidence, files: evidence.files.filter(({ state }) => state.kind !== 'here') }
  return (
    <div className="record-evidence">
      <FailureNotice error={answer.error} words={failureText} />
      {answer.isPending ? <p className="quiet">{text.loading}</p> : null}
      {answer.isSuccess && standing.length === 0 ? <p className="quiet">{text.none}</p> : null}
      <ul className="files">
        {standing.map((item) => (
          <FileRow key={item.id} item={item} record={record} isFixed={isFixed} />
        ))}
      </ul>
      {isFixed ? null : <EvidenceBox evidence={pending} />}
      {former.length === 0 ? null : (
        <details>
          <summary>{text.formerly(former.length)}</summary>
          <ul className="files former">
            {former.map((item) => (
              <FileRow key={item.id} item={item} record={record} isFixed />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Files that are evidence of a record now, and those that no longer are. */
function parted(items: Items, record: string): { readonly standing: Items; readonly former: Items } {
  const stands = (item: Items[number]) => item.links.some((link) => link.record.id === record && link.unlinked === null)
  return { standing: items.filter(stands), former: items.filter((item) => !stands(item)) }
}
