import { useQuery } from '@tanstack/react-query'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { useMay } from '#web/_lib/may.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { HeldItem } from './held-item.tsx'
import { ToAnswer } from './to-answer.tsx'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './about-me.css'

/** 与我有关的登记: what is held about whoever is signed in, who read it, and what they say of it. */
export function AboutMe() {
  const text = useText({ zh, en })
  const failureText = useFailureText()
  const mayAnswer = useMay('personal:answer')
  const about = useQuery({ queryKey: ['about-me'], queryFn: () => client.personal.aboutMe() })
  return (
    <div className="page narrow about-me">
      <PageHead title={text.title} intro={text.intro} />
      <FailureNotice error={about.error} words={failureText} />
      {about.isPending ? <p className="quiet">{text.loading}</p> : null}
      {about.data === undefined ? null : about.data.person === null ? (
        <p className="notice">{text.noPerson}</p>
      ) : (
        <>
          {about.data.items.length === 0 ? <p className="notice">{text.none}</p> : null}
          <ul className="held">
            {about.data.items.map((item) => (
              <HeldItem key={item.record.id} item={item} names={about.data.names} text={text} />
            ))}
          </ul>
          {about.data.named.length === 0 ? null : (
            <section>
              <h2>{text.named}</h2>
              <p className="quiet">{text.namedHint}</p>
              <ul className="named">
                {about.data.named.map(({ title, records }) => (
                  <li key={title}>
                    {title} <span className="quiet">{text.records(records)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {mayAnswer ? <ToAnswer text={text} /> : null}
    </div>
  )
}
