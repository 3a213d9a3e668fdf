import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type FileResult, fileResults } from '#core/plan-batch/plan-batch.ts'
import { NotOpened, Opening } from '#web/_components/opening.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { BatchCourse } from './batch-course.tsx'
import { FileTable } from './file-table.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './plan-batches.css'

const ASK_EVERY_MS = 1000
const A_PAGE = 100

/** One batch: how far it has come, and each of its files with its result. */
export function PlanBatch() {
  const text = useText({ zh, en })
  const { batchId } = useParams({ from: '/framed/plan-batches/$batchId' })
  const [result, setResult] = useState<FileResult | null>(null)
  const [offset, setOffset] = useState(0)
  const got = useQuery({
    queryKey: ['plan-batch', batchId, result, offset],
    queryFn: () => client.planBatch.get({ id: batchId, offset, limit: A_PAGE, ...(result === null ? {} : { result }) }),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.batch.isRunning ? ASK_EVERY_MS : false),
    placeholderData: keepPreviousData,
  })
  if (got.isPending) return <Opening words={text.loading} />
  if (got.isError) return <NotOpened error={got.error} missing={text.missing} back={text.back} />
  const { batch, files, total, sent } = got.data
  const choose = (chosen: FileResult | null): void => {
    setResult(chosen)
    setOffset(0)
  }
  const filter = (each: FileResult | null, label: string, count: number) => (
    <button key={label} type="button" className="button small" aria-pressed={result === each} onClick={() => choose(each)}>
      {label} {count}
    </button>
  )
  return (
    <div className="page plan-batches">
      <PageTitle words={batch.name} />
      <header>
        <p>
          <Link to="/plan-batches">{text.title}</Link>
        </p>
        <h1>{batch.name}</h1>
        <p className="quiet">{text.startedBy(batch.startedBy, momentText(batch.startedAt))}</p>
      </header>
      <BatchCourse batch={batch} sent={sent} text={text} onChanged={() => void got.refetch()} />
      <div className="plan-batches-filter" role="group" aria-label={text.column.result}>
        {filter(null, text.all, batch.taken)}
        {fileResults
          .filter((each) => (batch.tally[each] ?? 0) > 0 || each === result)
          .map((each) => filter(each, text.result[each], batch.tally[each] ?? 0))}
      </div>
      {files.length === 0 ? null : <FileTable files={files} text={text} />}
      {total <= A_PAGE ? null : (
        <p className="plan-batches-filter">
          <button type="button" className="button small" disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - A_PAGE))}>
            {text.previous}
          </button>
          {text.page(offset + 1, Math.min(offset + A_PAGE, total), total)}
          <button type="button" className="button small" disabled={offset + A_PAGE >= total} onClick={() => setOffset(offset + A_PAGE)}>
            {text.next}
          </button>
        </p>
      )}
    </div>
  )
}
