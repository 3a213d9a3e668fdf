import { Link, useNavigate } from '@tanstack/react-router'
import { FilingMatrix } from '#web/_components/filing/filing-matrix.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useMay } from '#web/_lib/may.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { FieldTable } from '../field-table.tsx'
import { HintList } from '../hint-list.tsx'
import { titleIn, whoIn } from '../model/names.ts'
import type { RegistersView } from '../use-registers.ts'
import { useRegistersText } from '../use-text.ts'
import { Differences } from './differences.tsx'
import { useDefinitionText } from './use-text.ts'

/** A definition with what hangs on it, as the server gives it. */
type Known = Awaited<ReturnType<typeof client.register.definition>>

interface DefinitionViewProps {
  readonly known: Known
  readonly view: RegistersView
  readonly onEdit: () => void
  readonly onChanged: () => Promise<void>
}

/** A definition to read, and what the office may do with it. */
export function DefinitionView({ known, view, onEdit, onChanged }: DefinitionViewProps) {
  const text = useDefinitionText()
  const words = useRegistersText()
  const language = useLanguage()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const mayDefine = useMay('register:define')
  const { register, own, ofPack, use, version } = known
  const seen = { register: register.id, version }
  const act = async (verb: () => Promise<unknown>, done: string): Promise<boolean> => {
    try {
      await verb()
      tell('done', done)
      return true
    } catch (error) {
      tell('error', failureText(error))
      return false
    } finally {
      await onChanged()
    }
  }
  const remove = async (): Promise<void> => {
    if (await act(() => client.register.remove(seen), text.removed)) await navigate({ to: '/registers' })
  }
  const { filing, filledBy, readBy, acceptance, fields, hints } = register
  const duty = filing === null ? words.whenItHappens : words.every(filing.every, filing.unit)
  const comma = language === 'zh' ? '，' : ', '
  return (
    <>
      <p className="origin">
        {own === null
          ? text.ofPack(titleIn(language, view.pack))
          : (own.isOfPack ? text.changedBy : text.addedBy)(own.changedBy, momentText(own.changedAt))}
        {use.records > 0 ? <span className="quiet"> {text.inUse(use.records)}</span> : null}
      </p>
      <div className="acts">
        {mayDefine ? (
          <button type="button" className="button primary" onClick={onEdit}>
            <Icon name="edit" />
            {text.edit}
          </button>
        ) : null}
        {register.isRetired ? null : (
          <Link className="button" to="/records/new" search={{ register: register.id }}>
            {text.enter}
          </Link>
        )}
        <Link className="button" to="/registers/$registerId" params={{ registerId: register.id }} search={{}}>
          {text.toRecords}
        </Link>
        {mayDefine && own?.isOfPack === true ? (
          <button
            type="button"
            className="button"
            title={text.restoreWords}
            onClick={() => void act(() => client.register.restore(seen), text.restored)}
          >
            <Icon name="restore" />
            {text.restore}
          </button>
        ) : null}
        {mayDefine && own?.isOfPack === false && use.records === 0 ? (
          <button type="button" className="button danger" title={text.removeWords} onClick={() => void remove()}>
            <Icon name="discard" />
            {text.remove}
          </button>
        ) : null}
      </div>
      {own === null || ofPack === null ? null : <Differences register={register} ofPack={ofPack} hasPackMoved={own.hasPackMoved} />}
      <div className="register">
        <div className="inside">
          <FieldTable fields={fields.filter(({ isRetired }) => !isRetired)} />
          <p className="besides">{words.besides}</p>
          {fields.some(({ isRetired }) => isRetired) ? (
            <details>
              <summary>{text.retiredField}</summary>
              <FieldTable fields={fields.filter(({ isRetired }) => isRetired)} />
            </details>
          ) : null}
          <dl>
            <dt>{words.filledBy}</dt>
            <dd>{whoIn(language, filledBy, view.pack.posts)}</dd>
            <dt>{words.readBy}</dt>
            <dd>{whoIn(language, readBy, view.pack.posts)}</dd>
            <dt>{words.filing}</dt>
            <dd>
              {filing?.zeroField == null ? duty : `${duty}${comma}${words.zero}`}
              {filing === null || filing.by.length === 0 ? null : (
                <span className="quiet">{` · ${text.by}${language === 'zh' ? '：' : ': '}${whoIn(language, filing.by, view.pack.posts)}`}</span>
              )}
            </dd>
            <dt>{words.acceptance}</dt>
            <dd>{words.accepted[acceptance]}</dd>
            {register.needsEvidence ? null : (
              <>
                <dt>{text.evidence}</dt>
                <dd>{text.noEvidence}</dd>
              </>
            )}
            <dt>{words.counts}</dt>
            <dd>
              <HintList hints={hints} fields={fields} />
            </dd>
          </dl>
        </div>
      </div>
      <div id="filing">
        <FilingMatrix register={register.id} nameOf={(post) => whoIn(language, [post], view.pack.posts)} />
      </div>
    </>
  )
}
