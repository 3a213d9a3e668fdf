import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useDigestText } from './use-text.ts'
import './digest.css'

/** Where one's own digest goes, and whether. */
export function AddressPart() {
  const text = useDigestText()
  const { data } = useQuery({ queryKey: ['digest', 'address'], queryFn: () => client.digest.address() })
  return (
    <section>
      <h2>{text.mailTitle}</h2>
      {data === undefined ? null : (
        <>
          <p className="quiet">{data.isSent ? text.mailHint(data.hour) : text.notSent}</p>
          <AddressForm key={`${data.email ?? ''} ${String(data.isOn)}`} email={data.email ?? ''} isOn={data.isOn || data.email === null} />
        </>
      )}
    </section>
  )
}

function AddressForm({ email: stands, isOn: wasOn }: { readonly email: string; readonly isOn: boolean }) {
  const text = useDigestText()
  const failureText = useFailureText()
  const cache = useQueryClient()
  const [email, setEmail] = useState(stands)
  const [isOn, setIsOn] = useState(wasOn)
  const save = useMutation({
    mutationFn: () => client.digest.setAddress({ email: email.trim() === '' ? null : email.trim(), isOn }),
    onSuccess: (saved) => cache.setQueryData(['digest', 'address'], saved),
  })
  const failure = save.isError ? failureOf(save.error) : null
  return (
    <form
      className="digest-address"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Field
        label={text.email}
        type="email"
        autoComplete="email"
        value={email}
        wrong={failure?.code === 'INVALID' ? text.wrongEmail : undefined}
        onChange={(event) => setEmail(event.target.value)}
      />
      <label className="check">
        <input type="checkbox" checked={isOn} onChange={(event) => setIsOn(event.target.checked)} />
        {text.isOn}
      </label>
      {failure !== null && failure.code !== 'INVALID' ? (
        <p className="notice error" role="alert">
          {failureText(failure)}
        </p>
      ) : null}
      <p>
        <button type="submit" className="button" disabled={save.isPending}>
          {text.save}
        </button>{' '}
        {save.isSuccess ? <span role="status">{text.saved}</span> : null}
      </p>
    </form>
  )
}
