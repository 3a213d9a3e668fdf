import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#web/_lib/client.ts'
import { queries } from '#web/_lib/query.ts'
import { useMay } from '#web/_lib/may.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useRecordsText } from './use-text.ts'

/** From when an entry is late; the programme office can change it. */
export function LateSetting() {
  const text = useRecordsText()
  const failureText = useFailureText()
  const mayChange = useMay('record:configure')
  const setting = useQuery({ queryKey: ['record-setting'], queryFn: () => client.record.setting() })
  const [typed, setTyped] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: (lateAfterDays: number) => client.record.set({ lateAfterDays }),
    onSuccess: async () => {
      tell('done', text.saved)
      setTyped(null)
      await queries.invalidateQueries()
    },
    onError: (error) => tell('error', failureText(error)),
  })
  if (setting.data === undefined) return null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (typed !== null && /^\d{1,3}$/.test(typed)) save.mutate(Number(typed))
  }
  if (typed === null)
    return (
      <p className="late-setting">
        {text.lateDays(setting.data.lateAfterDays)}
        {mayChange ? (
          <button type="button" className="button quiet small" onClick={() => setTyped(String(setting.data.lateAfterDays))}>
            {text.change}
          </button>
        ) : null}
      </p>
    )
  return (
    <form className="late-setting" onSubmit={submit}>
      <label>
        {text.lateSetting}
        <input
          className="input"
          inputMode="numeric"
          pattern="[0-9]{1,3}"
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button small" disabled={save.isPending}>
        {text.save}
      </button>
    </form>
  )
}
