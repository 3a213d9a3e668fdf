import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Rules, Text } from './text.zh.ts'

interface SettingsProps {
  readonly setting: { readonly version: number; readonly thresholds: Rules }
  readonly text: Text
}

const FIELDS = ['dueSoonDays', 'dueSoonDaysOfYear', 'slackUnits', 'slackPercent'] as const

/** 阈值, as the office sets them. */
export function Settings({ setting, text }: SettingsProps) {
  const failureText = useFailureText()
  const cache = useQueryClient()
  const { version, thresholds } = setting
  const [given, setGiven] = useState<Readonly<Record<(typeof FIELDS)[number], string>>>({
    dueSoonDays: String(thresholds.dueSoonDays),
    dueSoonDaysOfYear: String(thresholds.dueSoonDaysOfYear),
    slackUnits: thresholds.slackUnits,
    slackPercent: thresholds.slackPercent,
  })
  const isValid =
    [given.dueSoonDays, given.dueSoonDaysOfYear].every((days) => /^\d{1,3}$/.test(days) && Number(days) <= 366) &&
    [given.slackUnits, given.slackPercent].every((number) => /^(0|[1-9]\d{0,5})(\.\d{0,2}[1-9])?$/.test(number))
  const save = useMutation({
    mutationFn: () =>
      client.light.set({
        version,
        thresholds: {
          dueSoonDays: Number(given.dueSoonDays),
          dueSoonDaysOfYear: Number(given.dueSoonDaysOfYear),
          slackUnits: given.slackUnits,
          slackPercent: given.slackPercent,
        },
      }),
    onSuccess: async () => {
      tell('done', text.saved)
      await cache.invalidateQueries()
    },
  })
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault()
        if (isValid) save.mutate()
      }}
    >
      <h2>{text.settings}</h2>
      <p>{text.settingsWords}</p>
      <div className="fields">
        {FIELDS.map((field) => (
          <label key={field}>
            <span>{text.field[field]}</span>
            <input
              className="input"
              inputMode="decimal"
              value={given[field]}
              onChange={(event) => setGiven({ ...given, [field]: event.target.value.trim() })}
            />
          </label>
        ))}
      </div>
      {isValid ? null : (
        <p className="notice error" role="alert">
          {text.invalid}
        </p>
      )}
      <FailureNotice error={save.error} words={failureText} />
      <button type="submit" className="button primary" disabled={!isValid || save.isPending}>
        {save.isPending ? text.saving : text.save}
      </button>
    </form>
  )
}
