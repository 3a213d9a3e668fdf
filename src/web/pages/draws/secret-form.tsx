import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { sm3 } from '#web/_lib/sm3.ts'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** Letters and figures that nobody takes for one another when they are written by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Makes a secret, shows it to be written down and gives its digest; the secret itself does not leave the page. */
export function SecretForm({ draw: { id, version } }: { readonly draw: Draw }) {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const [party, setParty] = useState('')
  const [secret, setSecret] = useState(makeSecret)
  const give = useAct(id, async () => client.draw.contribute({ id, version, party, digest: await sm3(secret), dice: '' }))
  return (
    <form
      className="draws-form"
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate()
      }}
    >
      <h3>{text.giveSecret}</h3>
      <Field label={text.party} value={party} required maxLength={100} onChange={(event) => setParty(event.target.value)} />
      <p>{text.yourSecret}</p>
      <p className="draws-line">
        <output className="draws-secret">{secret}</output>
        <button type="button" className="button quiet" onClick={() => setSecret(makeSecret())}>
          {text.another}
        </button>
      </p>
      <FailureNotice error={give.error} words={failureText} />
      <p>
        <button type="submit" className="button primary" disabled={give.isPending}>
          {text.promise}
        </button>
      </p>
    </form>
  )
}

/** Six groups of four: 118 bits. Letters beyond the last whole multiple are thrown again, so that none comes oftener. */
function makeSecret(): string {
  const fair = 256 - (256 % LETTERS.length)
  const letters: string[] = []
  while (letters.length < 24) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < fair && letters.length < 24) letters.push(LETTERS[byte % LETTERS.length] ?? '')
    }
  }
  return (letters.join('').match(/.{4}/g) ?? []).join('-')
}
