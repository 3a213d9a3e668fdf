import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { MOST_FILES } from '#core/plan-batch/plan-batch.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useText } from '#web/_lib/language.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Give } from './give.tsx'
import { documentsIn, type GivenFile, sendAll, sendArchive, useSending } from './sending.ts'
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

  const begin = async (given: readonly GivenFile[]): Promise<string | null> => {
    const [only] = given
    if (only !== undefined && given.length === 1 && /\.zip$/i.test(only.path)) return sendArchive(only.file, setShare)
    const documents = documentsIn(given)
    if (documents.length === 0 || documents.length > MOST_FILES) {
      setWrong(documents.length === 0 ? text.empty : text.tooMany(documents.length))
      return null
    }
    const { id } = await client.planBatch.begin({ name: nameOf(documents), expected: documents.length })
    void sendAll(id, documents, [])
    return id
  }
  const give = async (files: Promise<readonly GivenFile[]>): Promise<void> => {
    setWrong(null)
    try {
      const batchId = await begin(await files)
      if (batchId !== null) await navigate({ to: '/plan-batches/$batchId', params: { batchId } })
    } catch (error) {
      setWrong(failureText(failureOf(error)))
    } finally {
      setShare(null)
    }
  }
  return (
    <div className="plan-batches">
      <PageTitle words={text.title} />
      <header>
        <p>
          <Link to="/">{text.back}</Link>
        </p>
        <h1>{text.title}</h1>
        <p className="intro">{text.intro}</p>
      </header>
      <Give text={text} isBusy={sending !== null || share !== null} onGive={(files) => void give(files)} />
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

/** The folder that all of them lie in, else the first of them. */
function nameOf(files: readonly GivenFile[]): string {
  const first = files[0]?.path ?? ''
  const folder = first.includes('/') ? first.slice(0, first.indexOf('/')) : null
  const isShared = folder !== null && files.every(({ path }) => path.startsWith(`${folder}/`))
  return (isShared ? folder : first).slice(0, 200)
}
