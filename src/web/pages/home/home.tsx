import { useQuery } from '@tanstack/react-query'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { LeaderHome } from './leader-home.tsx'
import { OfficeHome } from './office-home.tsx'
import { UnitHome } from './unit-home.tsx'
import { useText } from './use-text.ts'
import './home.css'
import './board.css'

const PAGES = { office: OfficeHome, leader: LeaderHome, unit: UnitHome } as const

/** 首页, by post: what must be found without a click. */
export function Home() {
  const text = useText()
  const failureText = useFailureText()
  const home = useQuery({ queryKey: ['plans', 'home'], queryFn: () => client.home.get() })
  const Page = home.data === undefined ? null : PAGES[home.data.post]
  return (
    <div className="home">
      <PageTitle words={text.title} />
      {home.isError ? <p className="notice error">{failureText(failureOf(home.error))}</p> : null}
      {home.isPending ? <p className="quiet">{text.loading}</p> : null}
      {Page === null || home.data === undefined ? null : <Page home={home.data} />}
    </div>
  )
}
