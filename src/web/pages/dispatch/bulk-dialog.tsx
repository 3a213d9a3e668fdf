import type { DispatchRow } from '#contract/dispatch.ts'
import { useDispatchFailure } from '#web/_components/dispatch/use-text.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { usePageText } from './use-text.ts'

type Unit = NonNullable<DispatchRow['unit']>

/** Where a row would go. */
export interface Planned extends Pick<DispatchRow, 'commitment' | 'version' | 'ref' | 'sentence'> {
  readonly unit: Unit
  readonly supporting: readonly Unit[]
}

interface BulkProps {
  readonly planned: readonly Planned[]
  /** How many would stay. */
  readonly rest: number
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What would go where, before it goes. */
export function BulkDialog({ planned, rest, onDone, onClose }: BulkProps) {
  const text = usePageText()
  const failureText = useDispatchFailure()
  const byUnit = [...Map.groupBy(planned, ({ unit }) => unit.name)]
  const send = useAct(
    ['dispatch'],
    () =>
      client.dispatch.handOut({
        items: planned.map(({ commitment, version, unit, supporting }) => ({
          commitment,
          version,
          org: unit.id,
          supporting: supporting.map(({ id }) => id),
        })),
        note: '',
      }),
    () => {
      onDone()
      onClose()
    },
  )
  return (
    <FormDialog
      title={text.bulkTitle}
      cancel={text.cancel}
      submit={text.confirm}
      wide
      className="dispatch-form"
      act={send}
      failureText={failureText}
      onClose={onClose}
    >
      <p>{text.bulkIntro(planned.length, byUnit.length)}</p>
      {byUnit.map(([unit, some]) => (
        <details key={unit}>
          <summary lang="zh-CN">
            {unit} <b>{text.items(some.length)}</b>
          </summary>
          <ul className="dispatch-preview" lang="zh-CN">
            {some.map(({ commitment, ref, sentence, supporting }) => (
              <li key={commitment}>
                <span className="ref">{ref}</span> {sentence}
                {supporting.length === 0 ? null : (
                  <span className="quiet"> {text.supports(supporting.map(({ name }) => name).join('、'))}</span>
                )}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {rest === 0 ? null : <p className="notice">{text.bulkRest(rest)}</p>}
    </FormDialog>
  )
}
