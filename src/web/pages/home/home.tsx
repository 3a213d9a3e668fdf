import { useQuery } from '@tanstack/react-query'
import type { HomeView } from '#contract/home.ts'
import { type BusinessPost, isBusinessPost } from '#core/access/post.ts'
import { DigestPanel } from '#web/_components/digest/digest-panel.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { useMoment } from '#web/_components/moment/moment.ts'
import { MomentForm } from '#web/_components/moment/moment-form.tsx'
import { askAgain, MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useSession } from '#web/_lib/session.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { WaitingFindings } from '#web/pages/inspections/waiting-findings.tsx'
import { Console } from './console/console.tsx'
import { LeaderHome } from './leader-home.tsx'
import { OfficeHome } from './office-home.tsx'
import { UnitHome } from './unit-home.tsx'
import { useText } from './use-text.ts'
import './home.css'
import './board.css'

const PAGES = { office: OfficeHome, leader: LeaderHome, unit: UnitHome } as const

/** 首页, by post: what must be found without a click. */
export function Home() {
  const session = useSession()
  if (session.data === undefined) return null
  const { post } = session.data
  return isBusinessPost(post) ? <BusinessHome post={post} /> : <Console standing={session.data} />
}

function BusinessHome({ post }: { readonly post: BusinessPost }) {
  const text = useText()
  const failureText = useFailureText()
  const { moment, asked, isPast } = useMoment()
  const home = useQuery({
    queryKey: ['plans', 'home', moment],
    queryFn: () => client.home.get(asked),
    refetchInterval: ({ state: { data } }) => askAgain(data?.stood),
  })
  const isThere = home.data !== undefined && home.data.stood?.progress == null
  const Page = home.data === undefined ? null : PAGES[home.data.post]
  return (
    <div className="page home">
      <PageHead title={text.titles[post]} intro={post === 'office' ? undefined : placesOf(home.data, text.noPlace)}>
        <MomentForm />
      </PageHead>
      <MomentNotice stood={home.data?.stood ?? null} />
      <FailureNotice error={home.error} words={failureText} />
      {home.isPending ? <p className="quiet">{text.loading}</p> : null}
      {isPast || home.data === undefined ? null : <DigestPanel />}
      {isPast || home.data === undefined ? null : <WaitingFindings />}
      {Page === null || home.data === undefined || !isThere ? null : <Page home={home.data} isPast={isPast} />}
    </div>
  )
}

function placesOf(home: HomeView | undefined, none: string): string {
  if (home === undefined) return ''
  return home.places.length > 0 ? home.places.join('、') : none
}
