import { lazy, Suspense, useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { tell } from '#web/_lib/toast.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { AppDialog } from './app-dialog.tsx'
import { CodesDialog } from './codes-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { readAgain, useFactors } from './use-own.ts'
import { useText } from './use-text.ts'

const KeyDialog = lazy(async () => ({ default: (await import('./key-dialog.tsx')).KeyDialog }))

/** 第二重验证: what is enrolled, and what can be. */
export function FactorPart() {
  const text = useText()
  const wordsOf = useFailureText()
  const { data: factors } = useFactors()
  const [opened, setOpened] = useState<
    'app' | 'key' | 'remove-app' | 'remove-codes' | { readonly key: string; readonly name: string } | null
  >(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const close = (): void => setOpened(null)
  const print = useSubmit(async () => {
    setCodes((await client.secondFactor.printCodes()).codes)
    await readAgain()
  })
  const done = async (): Promise<void> => {
    tell('done', text.removed)
    await readAgain()
    close()
  }
  if (factors === undefined) return <p className="quiet">{text.loading}</p>
  const { totpSince, codesLeft, keys, isNeeded } = factors
  return (
    <>
      <ul className="factors">
        <li className={totpSince === null ? '' : 'on'}>
          <div>
            <strong>{text.app}</strong>
            <span className="state">
              {totpSince === null ? null : <Icon name="check" />}
              {totpSince === null ? text.notEnrolled : text.appSince(momentText(totpSince))}
            </span>
            <p className="quiet">{text.appHint}</p>
          </div>
          <span className="acts">
            <button type="button" className="button small" onClick={() => setOpened('app')}>
              {totpSince === null ? text.enrol : text.again}
            </button>
            {totpSince === null ? null : (
              <button type="button" className="button small danger" onClick={() => setOpened('remove-app')}>
                {text.remove}
              </button>
            )}
          </span>
        </li>
        <li className={codesLeft === null ? '' : codesLeft <= 2 ? 'few' : 'on'}>
          <div>
            <strong>{text.printed}</strong>
            <span className="state">
              {codesLeft === null ? null : <Icon name={codesLeft <= 2 ? 'warning' : 'check'} />}
              {codesLeft === null ? text.notEnrolled : text.codesLeft(codesLeft)}
            </span>
            <p className="quiet">{text.printedHint}</p>
          </div>
          <span className="acts">
            <button type="button" className="button small" disabled={print.isPending} onClick={() => void print.send()}>
              {codesLeft === null ? text.print : text.printAgain}
            </button>
            {codesLeft === null ? null : (
              <button type="button" className="button small danger" onClick={() => setOpened('remove-codes')}>
                {text.remove}
              </button>
            )}
          </span>
        </li>
        <li className={keys.length === 0 ? '' : 'on'}>
          <div>
            <strong>{text.keys}</strong>
            {keys.length === 0 ? <span className="state">{text.notEnrolled}</span> : null}
            <p className="quiet">{text.keysHint}</p>
          </div>
          <span className="acts">
            <button type="button" className="button small" onClick={() => setOpened('key')}>
              {text.enrol}
            </button>
          </span>
        </li>
        {keys.map(({ id, name, addedAt }) => (
          <li key={id} className="on">
            <div>
              <strong>{text.key}</strong>
              <span className="state">
                <Icon name="check" />
                {text.keySince(name, momentText(addedAt))}
              </span>
            </div>
            <span className="acts">
              <button type="button" className="button small danger" onClick={() => setOpened({ key: id, name })}>
                {text.remove}
              </button>
            </span>
          </li>
        ))}
      </ul>
      {isNeeded ? <p className="quiet">{text.needed}</p> : null}
      <FailureNotice error={print.failure} words={wordsOf} />
      {opened === 'app' ? <AppDialog onClose={close} /> : null}
      {opened === 'key' ? (
        <Suspense fallback={null}>
          <KeyDialog onClose={close} />
        </Suspense>
      ) : null}
      {opened === 'remove-app' ? (
        <RemoveDialog what={text.app} run={() => client.secondFactor.removeTotp()} onDone={done} onClose={close} />
      ) : null}
      {opened === 'remove-codes' ? (
        <RemoveDialog what={text.printed} run={() => client.secondFactor.removeCodes()} onDone={done} onClose={close} />
      ) : null}
      {opened !== null && typeof opened === 'object' ? (
        <RemoveDialog what={opened.name} run={() => client.secondFactor.removeKey({ id: opened.key })} onDone={done} onClose={close} />
      ) : null}
      {codes.length > 0 ? <CodesDialog codes={codes} onClose={() => setCodes([])} /> : null}
    </>
  )
}
