import { useState } from 'react'
import type { Draw } from '#core/draw/draw.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from './use-act.ts'
import { useDrawFailure, useDrawText } from './use-text.ts'

interface GrowProps {
  readonly draw: Draw
  readonly source: NonNullable<Draw['source']>
}

/** 总体增加, from the register it was drawn from: what was filed since becomes the next part. */
export function GrowForm({ draw: { id, version }, source }: GrowProps) {
  const text = useDrawText()
  const failureText = useDrawFailure()
  const [to, setTo] = useState<string>(source.to ?? '')
  const grow = useAct(id, async () => {
    const { id: draft } = await client.draw.fromRegister({ source: { ...source, to: to === '' ? null : to }, growing: id })
    return client.draw.extend({ id, version, draft })
  })
  return (
    <form
      className="draws-line"
      onSubmit={(event) => {
        event.preventDefault()
        grow.mutate()
      }}
    >
      <Field label={text.to} type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      <button type="submit" className="button" disabled={grow.isPending}>
        {text.grow}
      </button>
      <FailureNotice error={grow.error} words={failureText} />
    </form>
  )
}
