import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Field } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { useFaultText } from '#web/_words/record-fault/words.ts'
import { FieldRow } from './field-row.tsx'
import { DaysInput } from './inputs/days-input.tsx'
import { PartyInput } from './inputs/party-input.tsx'
import { checkTyped } from './model/check.ts'
import { placesOf } from './model/places.ts'
import { isEmpty, type Typed, type TypedValue } from './model/typed.ts'
import { useFormText } from './use-text.ts'
import { ValueInput } from './value-input.tsx'
import './record-form.css'

type State = 'draft' | 'submitted'

interface RecordFormProps {
  readonly register: Register
  readonly typed: Typed
  readonly onType: (change: (typed: Typed) => Typed) => void
  readonly today: string
  /** What the server found, by field. */
  readonly faults: ReadonlyMap<string, string>
  readonly isSaving: boolean
  /** Whether it can still be a draft: not what was submitted. */
  readonly mayBeDraft: boolean
  /** Sends it: everything that can be seen to be wrong here was corrected. */
  readonly onSend: (state: State) => void
  /** What stands between the fields and the buttons: evidence, a note. */
  readonly children?: ReactNode
}

/** The form that follows from a register's definition: six fields at first, the rest under “more”; keyboard alone is enough. */
export function RecordForm(props: RecordFormProps) {
  const { register, typed, onType, today, faults, isSaving, mayBeDraft, onSend, children } = props
  const text = useFormText()
  const language = useLanguage()
  const faultText = useFaultText()
  const form = useRef<HTMLFormElement>(null)
  const [found, setFound] = useState<ReadonlyMap<string, string>>(new Map())
  const wrong = new Map([...faults, ...found])
  const wordsFor = (name: string, field: Field | null): string | undefined => {
    const code = wrong.get(name)
    return code === undefined ? undefined : faultText(code, field)
  }
  const change = (name: string, next: (typed: Typed) => Typed): void => {
    onType(next)
    if (found.has(name)) setFound(new Map([...found].filter(([each]) => each !== name)))
  }
  const setValue = (field: Field, value: TypedValue, names: Typed['names'] = {}): void =>
    change(field.id, (known) => ({ ...known, values: { ...known.values, [field.id]: value }, names: { ...known.names, ...names } }))
  const send = (state: State): void => {
    const checked = checkTyped(typed, register, state, today)
    setFound(checked)
    if (checked.size === 0) onSend(state)
    // after the words beside the fields are there
    else setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), 0)
  }
  const { shown, more } = placesOf(register)
  const rowOf = (field: Field): ReactNode => (
    <FieldRow
      key={field.id}
      label={language === 'en' && field.labelEn !== '' ? field.labelEn : field.label}
      hint={field.hint}
      isRequired={field.isRequired}
      isGroup={field.type === 'choice' || field.type === 'yes-no'}
      wrong={wordsFor(field.id, field)}
    >
      {(ids) => (
        <ValueInput
          {...ids}
          field={field}
          value={typed.values[field.id]}
          names={typed.names}
          on={typed.from}
          onChange={(value, names) => setValue(field, value, names)}
        />
      )}
    </FieldRow>
  )
  return (
    <form
      ref={form}
      className="record-form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        send('submitted')
      }}
      onKeyDown={(event) => onFormKey(event, () => !isSaving && send('submitted'))}
    >
      {wrong.size === 0 ? null : (
        <p className="notice error" role="alert">
          {text.faults(wrong.size)}
        </p>
      )}
      <FieldRow label={text.when} isRequired wrong={wordsFor('occurredOn', null)}>
        {(ids) => <DaysInput {...ids} value={typed} onChange={(days) => change('occurredOn', (known) => ({ ...known, ...days }))} />}
      </FieldRow>
      <FieldRow label={text.who} hint={text.whoHint} wrong={wordsFor('subjects', null)}>
        {(ids) => (
          <PartyInput
            {...ids}
            kinds={['person', 'post', 'org', 'group']}
            isMany
            on={typed.from}
            value={typed.subjects}
            names={typed.names}
            onChange={(subjects, names) => change('subjects', (known) => ({ ...known, subjects, names: { ...known.names, ...names } }))}
          />
        )}
      </FieldRow>
      {shown.map(rowOf)}
      <details
        className="more-fields"
        open={wrong.has('org') || more.some(({ id }) => wrong.has(id) || !isEmpty(typed.values[id])) ? true : undefined}
      >
        <summary>
          {text.more(more.length)}
          <span className="quiet">
            {text.org}：{typed.names[`org:${typed.org}`] ?? '—'}
          </span>
        </summary>
        <FieldRow label={text.org} hint={text.orgHint} isRequired wrong={wordsFor('org', null)}>
          {(ids) => (
            <PartyInput
              {...ids}
              kinds={['org']}
              placeholder={text.findOrg}
              isMany={false}
              on={typed.from}
              value={typed.org === '' ? [] : [{ kind: 'org', id: typed.org }]}
              names={typed.names}
              onChange={([org], names) => change('org', (known) => ({ ...known, org: org?.id ?? '', names: { ...known.names, ...names } }))}
            />
          )}
        </FieldRow>
        {more.map(rowOf)}
      </details>
      {children}
      <div className="send">
        <button type="submit" className="button primary" disabled={isSaving}>
          {isSaving ? text.saving : text.submit}
        </button>
        {mayBeDraft ? (
          <button type="button" className="button" disabled={isSaving} onClick={() => send('draft')}>
            {text.draft}
          </button>
        ) : null}
        <span className="hint keys">{text.keys}</span>
      </div>
    </form>
  )
}

/** Enter goes on to the next field, as in a spreadsheet; with Ctrl it submits. A text of several lines keeps its Enter. */
function onFormKey(event: KeyboardEvent<HTMLFormElement>, submit: () => void): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    return submit()
  }
  const { target } = event
  const isShortText = target instanceof HTMLTextAreaElement && target.dataset['enter'] === 'next' && !event.shiftKey
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement || isShortText
  if (!isField || (target instanceof HTMLInputElement && target.type === 'file')) return
  event.preventDefault()
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea, summary, button[type=submit]')].filter(
    (each) => each.tabIndex >= 0 && each.offsetParent !== null && !isOtherRadio(each, target),
  )
  stops[stops.indexOf(target) + 1]?.focus()
}

/** The radio buttons of one field are one stop. */
function isOtherRadio(each: HTMLElement, target: HTMLElement): boolean {
  if (!(each instanceof HTMLInputElement) || each.type !== 'radio' || each === target) return false
  if (target instanceof HTMLInputElement && target.name === each.name) return true
  const group = [...(each.form?.querySelectorAll<HTMLInputElement>(`input[name="${each.name}"]`) ?? [])]
  return each !== (group.find(({ checked }) => checked) ?? group[0])
}
