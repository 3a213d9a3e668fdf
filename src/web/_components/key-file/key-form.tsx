import { type SubmitEvent, useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { KeyFileTrouble, signWithKeyFile, type SignedWithKey } from '#web/_lib/key-file.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

interface KeyFormProps {
  readonly submit: string
  /** Gives the challenge to sign. */
  readonly challenge: () => Promise<string>
  readonly onSigned: (signed: SignedWithKey & { readonly challenge: string }) => Promise<void>
  /** Words what the server refused. */
  readonly wordsOf: (error: unknown) => string
}

/** Signs a challenge with a key file that is chosen here, and its password. Neither leaves the browser. */
export function KeyForm({ submit, challenge, onSigned, wordsOf }: KeyFormProps) {
  const text = useText({ zh, en })
  const [file, setFile] = useState<File | null>(null)
  const [password, setPassword] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const sign = async (chosen: File): Promise<void> => {
    const asked = await challenge()
    await onSigned({ challenge: asked, ...(await signWithKeyFile(await chosen.text(), password, asked)) })
  }
  const send = (event: SubmitEvent): void => {
    event.preventDefault()
    if (file === null) return
    setIsBusy(true)
    setTrouble(null)
    sign(file)
      .catch((error: unknown) => setTrouble(error instanceof KeyFileTrouble ? text.trouble[error.code] : wordsOf(error)))
      .finally(() => setIsBusy(false))
  }
  return (
    <form onSubmit={send} className="key-form">
      <Field
        label={text.file}
        hint={text.fileHint}
        name="key-file"
        type="file"
        accept=".json"
        required
        onChange={(event) => setFile(event.target.files?.[0] ?? null)}
      />
      <Field
        label={text.password}
        name="key-password"
        type="password"
        autoComplete="off"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {trouble === null ? null : (
        <p className="notice error" role="alert">
          <Icon name="warning" />
          {trouble}
        </p>
      )}
      <button type="submit" className="button primary" disabled={isBusy || file === null || password === ''}>
        {isBusy ? text.busy : submit}
      </button>
    </form>
  )
}
