import { type SubmitEvent, useId, useState } from 'react'
import type { Party } from '#core/roster/party.ts'
import { PartyInput } from '#web/_components/record-form/inputs/party-input.tsx'
import type { Text } from './text.zh.ts'

/** What a form about a post that changes hands came to. */
interface PostChange {
  readonly post: string
  readonly first: string
  readonly second: string
  readonly from: string
  readonly to: string
  readonly words: string
}

interface PostFormProps {
  readonly text: Text
  /** What both people are called, and the days and words. */
  readonly labels: {
    readonly first: string
    readonly second: string
    readonly from: string
    readonly to: string | null
    readonly words: string
  }
  readonly today: string
  readonly areWordsNeeded: boolean
  readonly isBusy: boolean
  readonly onSend: (change: PostChange) => void
  readonly onCancel: () => void
}

const nobody = { id: '', name: '' }

/** A post, two people, the days and why. */
export function PostForm({ text, labels, today, areWordsNeeded, isBusy, onSend, onCancel }: PostFormProps) {
  const [post, setPost] = useState(nobody)
  const [first, setFirst] = useState(nobody)
  const [second, setSecond] = useState(nobody)
  const [from, setFrom] = useState(today)
  const [to, setTo] = useState(today)
  const [words, setWords] = useState('')
  const isReady = [post, first, second].every(({ id }) => id !== '') && from !== '' && (!areWordsNeeded || words.trim().length >= 2)
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (isReady) onSend({ post: post.id, first: first.id, second: second.id, from, to, words })
  }
  return (
    <form className="post-form" onSubmit={submit}>
      <Choice label={text.post} kind="post" on={from} value={post} onChange={setPost} />
      <Choice label={labels.first} kind="person" on={from} value={first} onChange={setFirst} />
      <Choice label={labels.second} kind="person" on={from} value={second} onChange={setSecond} />
      <label className="field">
        <span className="label">{labels.from}</span>
        <input type="date" className="input" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      {labels.to === null ? null : (
        <label className="field">
          <span className="label">{labels.to}</span>
          <input type="date" className="input" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
      )}
      <label className="field">
        <span className="label">{labels.words}</span>
        <input className="input" maxLength={200} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <div className="acts">
        <button type="button" className="button" onClick={onCancel}>
          {text.cancel}
        </button>
        <button type="submit" className="button primary" disabled={!isReady || isBusy}>
          {text.send}
        </button>
      </div>
    </form>
  )
}

interface Chosen {
  readonly id: string
  readonly name: string
}

interface ChoiceProps {
  readonly label: string
  readonly kind: 'post' | 'person'
  readonly on: string
  readonly value: Chosen
  readonly onChange: (value: Chosen) => void
}

function Choice({ label, kind, on, value, onChange }: ChoiceProps) {
  const id = useId()
  const chosen: readonly Party[] = value.id === '' ? [] : [{ kind, id: value.id }]
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <PartyInput
        id={id}
        describedBy=""
        isWrong={false}
        kinds={[kind]}
        isMany={false}
        on={on}
        value={chosen}
        names={{ [`${kind}:${value.id}`]: value.name }}
        onChange={(parties, names) => {
          const [party] = parties
          onChange(party === undefined ? nobody : { id: party.id, name: names[`${kind}:${party.id}`] ?? value.name })
        }}
      />
    </div>
  )
}
