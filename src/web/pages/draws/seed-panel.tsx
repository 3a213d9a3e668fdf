import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useMay } from '#web/_lib/may.ts'
import { useSession } from '#web/_lib/session.ts'
import { SecretForm } from './secret-form.tsx'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

/** Who gave what to the seed; while it is not known, where one's own part is given and revealed. */
export function SeedPanel({ draw }: { readonly draw: Draw }) {
  const text = useDrawText()
  const { data: session } = useSession()
  const mayContribute = useMay('draw:contribute')
  const { contributions, seed, state, parts } = draw
  const isOpen = state === 'frozen' && parts.every(({ sealedAt }) => sealedAt !== null) && mayContribute
  const isRevealing = contributions.some(({ value }) => value !== null)
  const own = contributions.find(({ account, kind }) => kind === 'secret' && account === session?.accountId)
  return (
    <section className="draws-seed">
      <h2>{text.seed}</h2>
      {seed === null ? <p className="quiet">{text.seedWords}</p> : <code>{seed}</code>}
      {contributions.length === 0 ? null : (
        <div className="draws-scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.party}</th>
                <th scope="col">{text.kind}</th>
                <th scope="col">{text.hash}</th>
                <th scope="col">{text.revealed}</th>
              </tr>
            </thead>
            <tbody>
              {contributions.map(({ party, kind, digest, value, by, at }) => (
                <tr key={party}>
                  <td>{`${party}（${by} ${momentText(at)}）`}</td>
                  <td>{text.kinds[kind]}</td>
                  <td>
                    <code>{digest}</code>
                  </td>
                  <td>{value === null ? text.hidden : <code>{value}</code>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isOpen && own === undefined && !isRevealing ? <SecretForm draw={draw} /> : null}
      {isOpen && contributions.some(({ kind }) => kind === 'secret') ? <DiceForm draw={draw} /> : null}
      {isOpen && own?.value === null && contributions.length > 1 ? <RevealForm draw={draw} /> : null}
    </section>
  )
}

function DiceForm({ draw: { id, version } }: { readonly draw: Draw }) {
  const text = useDrawText()
  const [party, setParty] = useState('')
  const [dice, setDice] = useState('')
  const give = useAct(id, () => client.draw.contribute({ id, version, party, digest: '', dice: dice.replaceAll(/\s/g, '') }))
  return (
    <details>
      <summary>{text.giveDice}</summary>
      <OneLine submit={text.give} act={give}>
        <Field label={text.party} value={party} required onChange={(event) => setParty(event.target.value)} />
        <Field label={text.dice} value={dice} required inputMode="numeric" onChange={(event) => setDice(event.target.value)} />
      </OneLine>
    </details>
  )
}

function RevealForm({ draw: { id, version } }: { readonly draw: Draw }) {
  const text = useDrawText()
  const [value, setValue] = useState('')
  const reveal = useAct(id, () => client.draw.reveal({ id, version, value: value.trim() }))
  return (
    <OneLine submit={text.reveal} act={reveal}>
      <Field label={text.secretAgain} value={value} required autoComplete="off" onChange={(event) => setValue(event.target.value)} />
    </OneLine>
  )
}

function OneLine({
  submit,
  act,
  children,
}: {
  readonly submit: string
  readonly act: ReturnType<typeof useAct>
  readonly children: React.ReactNode
}) {
  const failureText = useDrawFailure()
  return (
    <form
      className="draws-line draws-give"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate()
      }}
    >
      {children}
      <button type="submit" className="button primary" disabled={act.isPending}>
        {submit}
      </button>
      <FailureNotice error={act.error} words={failureText} />
    </form>
  )
}
