import { useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { KeyFileTrouble, makeKeyFile, signWithKeyFile } from '#web/_lib/key-file.ts'
import { useSession } from '#web/_lib/session.ts'
import { tell } from '#web/_lib/toast.ts'
import { useSubmit } from '#web/_lib/use-submit.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { readAgain } from './use-own.ts'
import { useText } from './use-text.ts'

/** A key in a file can be tried against at leisure by who has it. */
const SHORTEST_PASSWORD = 12

/** Makes a key file, enrols its key and gives the file; it is made here and the private half is not sent anywhere. */
export function KeyDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText()
  const wordsOf = useFailureText()
  const { data: session } = useSession()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const enrol = useSubmit(async () => {
    try {
      const file = await makeKeyFile(password)
      const { challenge } = await client.session.challenge()
      await client.secondFactor.addKey({ name: name.trim(), challenge, ...(await signWithKeyFile(file, password, challenge)) })
      download(new Blob([file], { type: 'application/json' }), `${session?.login ?? 'key'}.key.json`)
    } catch (error) {
      if (!(error instanceof KeyFileTrouble)) throw error
      tell('error', text.keyNeedsTls)
      return
    }
    tell('done', text.keyEnrolled)
    await readAgain()
    onClose()
  })
  const isReady = name.trim() !== '' && password.length >= SHORTEST_PASSWORD && password === again
  const act = { isPending: enrol.isPending, error: enrol.failure, mutate: () => void enrol.send() }
  return (
    <FormDialog
      title={text.keyTitle}
      cancel={text.cancel}
      submit={enrol.isPending ? text.busy : text.keySave}
      className="key-dialog"
      act={act}
      isHeld={!isReady}
      failureText={wordsOf}
      onClose={onClose}
    >
      <p className="quiet">{text.keyWords}</p>
      <Field label={text.keyName} hint={text.keyNameHint} maxLength={50} value={name} onChange={({ target }) => setName(target.value)} />
      <Field
        label={text.keyPassword}
        hint={text.keyPasswordHint(SHORTEST_PASSWORD)}
        type="password"
        autoComplete="off"
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      <Field label={text.keyAgain} type="password" autoComplete="off" value={again} onChange={({ target }) => setAgain(target.value)} />
    </FormDialog>
  )
}
