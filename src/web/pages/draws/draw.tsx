import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { Draw } from '#core/draw/draw.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { AbandonForm } from './abandon-form.tsx'
import { ExtendForm } from './extend-form.tsx'
import { FreezeForm } from './freeze-form.tsx'
import { Parts } from './parts.tsx'
import { Result } from './result.tsx'
import { SeedPanel } from './seed-panel.tsx'
import { Strata } from './strata.tsx'
import { useDrawFailure, useDrawText } from './use-text.ts'
import './draws.css'

/** How often to look again while something is about to happen by itself, in milliseconds. */
const AGAIN = 1000

/** One draw, from its list to its result. */
export function DrawPage() {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const mayRun = useMay('draw:run')
  const { drawId: id } = useParams({ from: '/framed/draws/$drawId' })
  const { data, error } = useQuery({
    queryKey: ['draws', id],
    queryFn: () => client.draw.get({ id }),
    refetchInterval: ({ state }) => (state.data !== undefined && isMoving(state.data) ? AGAIN : false),
  })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <div className="page draws">
      <PageTitle words={`${text.title} · ${data.name}`} />
      <header>
        <p>
          <Link to="/draws">{text.back}</Link>
        </p>
        <h1>{data.name}</h1>
        <p>{[data.purpose, data.fileName, text.items(data.items), text.states[data.state]].filter((part) => part !== '').join(' · ')}</p>
        {data.abandoned === null ? null : <p className="notice">{text.abandoned(data.abandoned)}</p>}
      </header>
      {data.state === 'draft' && mayRun ? <FreezeForm draw={data} /> : null}
      <Strata draw={data} />
      {data.parts.length > 0 ? <Parts draw={data} /> : null}
      {data.parts.length > 0 ? <SeedPanel draw={data} /> : null}
      {data.state === 'drawing' ? (
        <p role="status">
          {text.drawing}
          <progress value={data.progress.done} max={Math.max(1, data.progress.all)} />
        </p>
      ) : null}
      {data.state === 'drawn' ? <Result draw={data} mayRun={mayRun} /> : null}
      {data.state === 'drawn' && mayRun ? <ExtendForm draw={data} /> : null}
      {mayRun && (data.state === 'draft' || data.state === 'frozen') ? <AbandonForm draw={data} /> : null}
    </div>
  )
}

function isMoving({ state, parts }: Draw): boolean {
  return state === 'drawing' || parts.some(({ sealedAt }) => sealedAt === null)
}
