import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { DispatchView } from '#contract/dispatch.ts'
import type { DispatchAct } from '#core/dispatch/dispatch.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { WordsField } from '#web/_components/words-field.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { OwnerFields, type TypedTask } from './owner-fields.tsx'
import { sendAct } from './send-act.ts'
import { UnitFields } from './unit-fields.tsx'
import { useDispatchFailure, useDispatchText } from './use-text.ts'

/** What the form holds; each act uses what it needs. `owner`, `who`: places in the list of people, '' none. */
export interface Typed {
  readonly note: string
  readonly org: string
  readonly supporting: readonly string[]
  readonly owner: string
  readonly tasks: readonly TypedTask[]
}

const NEEDS_REASON: ReadonlySet<DispatchAct> = new Set(['refuse', 'insist', 'reassign', 'withdraw'])

interface ActProps {
  readonly act: DispatchAct
  readonly view: DispatchView
  readonly onClose: () => void
}

/** Asks for what an act needs, and does it on the version that was seen. */
export function ActDialog({ act, view, onClose }: ActProps) {
  const text = useDispatchText()
  const failureText = useDispatchFailure()
  const [typed, setTyped] = useState<Typed>(() => begunWith(act, view))
  const set = (some: Partial<Typed>): void => setTyped({ ...typed, ...some })
  const isHandOut = act === 'dispatch' || act === 'reassign'
  const isNaming = act === 'confirm' || act === 'refine'
  const units = useQuery({ queryKey: ['organisation', 'now'], queryFn: () => client.organisation.get({}), enabled: isHandOut })
  const send = useAct(['dispatch'], () => sendAct(act, view, typed), onClose)
  return (
    <FormDialog
      title={text.acts[act]}
      cancel={text.cancel}
      submit={text.confirm}
      wide={isNaming}
      className="dispatch-form"
      act={send}
      failureText={failureText}
      onClose={onClose}
    >
      <p className="quiet">{text.hints[act]}</p>
      {isHandOut ? (
        <UnitFields
          units={(units.data?.organisation.terms ?? []).map(({ org, name }) => ({ id: org, name }))}
          org={typed.org}
          supporting={typed.supporting}
          onChange={set}
        />
      ) : null}
      {isNaming ? <OwnerFields people={view.people} due={view.dueOn} owner={typed.owner} tasks={typed.tasks} onChange={set} /> : null}
      <WordsField
        label={NEEDS_REASON.has(act) ? text.reason : text.note}
        rows={NEEDS_REASON.has(act) ? 3 : 2}
        most={2000}
        value={typed.note}
        onChange={(note) => set({ note })}
      />
    </FormDialog>
  )
}

/** What stands already, so that nobody types it again. */
function begunWith(act: DispatchAct, { people, owner, plan, suggested, supporting }: DispatchView): Typed {
  const placeOf = (id: string | undefined): string => {
    const at = people.findIndex(({ party }) => party.id === id)
    return at === -1 ? '' : String(at)
  }
  return {
    note: '',
    org: act === 'dispatch' ? (suggested?.unit.id ?? '') : '',
    supporting: (act === 'dispatch' ? (suggested?.supporting ?? []) : supporting).map(({ id }) => id),
    owner: owner === null ? (people.length === 1 ? '0' : '') : placeOf(owner.party.id),
    tasks: plan.map(({ words, by, who }) => ({ words, by, who: placeOf(who?.id) })),
  }
}
