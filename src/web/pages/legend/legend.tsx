import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { gravest } from '#core/light/gravest.ts'
import { ReminderSettings } from '#web/_components/course/reminder-settings.tsx'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { Only } from '#web/_components/only.tsx'
import { PageHead } from '#web/_components/page-head.tsx'
import { client } from '#web/_lib/client.ts'
import { useText } from '#web/_lib/language.ts'
import { useMay } from '#web/_lib/may.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Settings } from './settings.tsx'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './legend.css'

/** 灯色说明, to be read and printed. */
export function Legend() {
  const text = useText<Text>({ zh, en })
  const failureText = useFailureText()
  const maySet = useMay('light:set')
  const setting = useQuery({ queryKey: ['light'], queryFn: () => client.light.get() })
  return (
    <div className="page narrow legend-page">
      <PageHead title={text.title} intro={text.intro}>
        <Link to="/ledger" search={{}} className="button quiet small">
          {text.back}
        </Link>
        <button type="button" className="button small" onClick={() => print()}>
          {text.print}
        </button>
      </PageHead>
      <p>{text.order}</p>
      <FailureNotice error={setting.error} words={failureText} />
      {setting.data === undefined ? (
        <p className="quiet">{text.loading}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.light}</th>
                <th scope="col">{text.meaning}</th>
                <th scope="col">{text.todo}</th>
              </tr>
            </thead>
            <tbody>
              {gravest.map((light) => (
                <tr key={light}>
                  <th scope="row">
                    <LightMark light={light} />
                  </th>
                  <td>{text.rule[light](setting.data.thresholds)}</td>
                  <td>{text.act[light]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{text.undefined}</p>
          <p>{text.arrears}</p>
          <Only may="reminder:configure">
            <ReminderSettings />
          </Only>
          {maySet ? <Settings key={setting.data.version} setting={setting.data} text={text} /> : null}
        </>
      )}
    </div>
  )
}
