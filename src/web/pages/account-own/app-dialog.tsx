import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '#web/_components/dialog.tsx'
import { Field } from '#web/_components/field.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { QrCode } from './qr-code.tsx'
import { readAgain } from './use-own.ts'
import { useText } from './use-text.ts'

/** 登记动态口令: the square code and the key as text, then a code of it. */
export function AppDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const wordsOf = useFailureText()
  const [started, setStarted] = useState<{ readonly seed: string; readonly uri: string } | null>(null)
  const [code, setCode] = useState('')
  const start = useSubmit(async () => setStarted(await client.secondFactor.startTotp()))
  const isAsked = useRef(false)
  useEffect(() => {
    if (isAsked.current) return
    isAsked.current = true
    void start.send()
  })
  const finish = useSubmit(async () => {
    await client.secondFactor.finishTotp({ code })
    tell('done', text.enrolled)
    await readAgain()
    onClose()
  })
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    void finish.send()
  }
  const failure = start.failure ?? finish.failure
  return (
    <Dialog title={text.enrolTitle} onClose={onClose}>
      <form className="enrol-app" onSubmit={submit}>
        <div className="body">
          <ol>
            <li>
              {text.stepScan}
              {started === null ? (
                <p aria-busy="true">{text.busy}</p>
              ) : (
                <div className="seed">
                  <QrCode words={started.uri} label={text.qr} />
                  <p>
                    <span className="quiet">{text.seed}</span>
                    <code>{started.seed.replaceAll(/.{4}(?=.)/g, '$& ')}</code>
                  </p>
                </div>
              )}
            </li>
            <li>
              {text.stepCode}
              <Field
                label={text.code}
                name="code"
                autoComplete="one-time-code"
                inputMode="numeric"
                required
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            </li>
          </ol>
          {failure === null ? null : (
            <p className="notice error" role="alert">
              <Icon name="warning" />
              {failure.code === 'UNAUTHENTICATED' ? text.wrongCode : wordsOf(failure)}
            </p>
          )}
        </div>
        <div className="foot">
          <button type="button" className="button" onClick={onClose}>
            {text.cancel}
          </button>
          <button type="submit" className="button primary" disabled={started === null || code.trim() === '' || finish.isPending}>
            {finish.isPending ? text.busy : text.confirm}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
