import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FileDrop } from '#web/_components/file-drop/file-drop.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { beginBatch } from './begin.ts'
import { type GivenFile, useSending } from './sending.ts'
import { Tally } from './tally.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './plan-batches.css'

/** 批量导入: where it begins, and the last ones. */
export function PlanBatches() {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const navigate = useNavigate()
  const sending = useSending()
  const [wrong, setWrong] = useState<string | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const batches = useQuery({ queryKey: ['plan-batches'], queryFn: async () => (await client.planBatch.list()).items })

  const give = async (files: Promise<readonly GivenFile[]>): Promise<void> => {
    setWrong(null)
    try {
      const begun = await beginBatch(await files, setShare)
      if (begun.batchId === null) setWrong(begun.count === 0 ? text.empty : text.tooMany(begun.count))
      else await navigate({ to: '/plan-batches/$batchId', params: { batchId: begun.batchId } })
    } catch (error) {
      setWrong(failureText(error))
    } finally {
      setShare(null)
    }
  }
  return (
    <div className="page plan-batches">
      <PageTitle words={text.title} />
      <header>
        <p>
          <Link to="/">{text.back}</Link>
        </p>
        <h1>{text.title}</h1>
        <p className="intro">{text.intro}</p>
      </header>
      <FileDrop words={text} isBusy={sending !== null || share !== null} onGive={(files) => void give(files)} />
      {share === null ? null : <progress aria-label={text.title} value={share} max={1} />}
      {wrong === null ? null : (
        <p className="notice error" role="alert">
          {wrong}
        </p>
      )}
      {batches.data === undefined || batches.data.length === 0 ? null : (
        <section>
          <h2>{text.recent}</h2>
          <ul className="plan-batches-list">
            {batches.data.map(({ id, name, startedBy, startedAt, tally }) => (
              <li key={id}>
                <Link to="/plan-batches/$batchId" params={{ batchId: id }}>
                  {name}
                </Link>
                <span className="quiet">{text.startedBy(startedBy, momentText(startedAt))}</span>
                <Tally tally={tally} text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
