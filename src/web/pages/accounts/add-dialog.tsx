import { type SubmitEvent, useState } from 'react'
import type { BusinessPost } from '#core/access/post.ts'
import { Dialog } from '#web/_components/dialog.tsx'
import { Field } from '#web/_components/field.tsx'
import { client } from '#web/_lib/client.ts'
import { usePostText } from '#web/_words/post/words.ts'
import { type Candidate, type InitialPassword, useAct, useCandidates } from './use-accounts.ts'
import { useText } from './use-text.ts'

interface AddDialogProps {
  /** Accounts are made without a post: it is granted. */
  readonly isInService: boolean
  readonly onClose: () => void
  readonly onMade: (passwords: readonly InitialPassword[]) => void
}

const MOST = 100

/** 开通账号: for people of the organisation, several at once, or for one outside of it. */
export function AddDialog({ isInService, onClose, onMade }: AddDialogProps) {
  const text = useText()
  const words = usePostText()
  const candidates = useCandidates()
  const all = candidates.data ?? []
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [single, setSingle] = useState({ name: '', login: '' })
  const [post, setPost] = useState<BusinessPost>('unit')
  const isSingle = single.name.trim() !== '' && single.login.trim().length >= 2
  const accounts = [
    ...all
      .filter(({ person }) => chosen.has(person))
      .map(({ person, name, login, post: suggested }) => ({
        person,
        name,
        login,
        post: isInService ? ('unassigned' as const) : suggested,
      })),
    ...(isSingle
      ? [{ person: null, name: single.name.trim(), login: single.login.trim(), post: isInService ? ('unassigned' as const) : post }]
      : []),
  ]
  const make = useAct(() => client.account.create({ accounts }), { onDone: ({ passwords }) => onMade(passwords) })
  const add = (some: readonly Candidate[]): void => setChosen(new Set([...chosen, ...some.map(({ person }) => person)]))
  const toggle = (person: string): void =>
    setChosen(new Set(chosen.has(person) ? [...chosen].filter((each) => each !== person) : [...chosen, person]))
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (accounts.length > 0 && accounts.length <= MOST) make.mutate()
  }
  return (
    <Dialog title={text.addTitle} onClose={onClose} wide>
      <form className="add-accounts" onSubmit={submit}>
        <div className="body">
          <Picker all={all} chosen={chosen} onAdd={add} onToggle={toggle} onClear={() => setChosen(new Set())} />
          <fieldset>
            <legend>{text.addSingle}</legend>
            <Field label={text.name} value={single.name} onChange={(event) => setSingle({ ...single, name: event.target.value })} />
            <Field label={text.login} value={single.login} onChange={(event) => setSingle({ ...single, login: event.target.value })} />
            {isInService ? (
              <p className="hint">{text.postLater}</p>
            ) : (
              <label className="field">
                <span className="label">{text.column.post}</span>
                <select
                  className="input"
                  value={post}
                  onChange={({ target }) => setPost(target.value === 'office' || target.value === 'leader' ? target.value : 'unit')}
                >
                  {(['unit', 'leader', 'office'] as const).map((each) => (
                    <option key={each} value={each}>
                      {words.post[each]}
                    </option>
                  ))}
                </select>
                <span className="hint">{words.postHint[post]}</span>
              </label>
            )}
          </fieldset>
        </div>
        <div className="foot">
          <span className="quiet">{accounts.length > MOST ? text.most(MOST) : text.chosen(accounts.length)}</span>
          <button type="button" className="button" onClick={onClose}>
            {text.no}
          </button>
          <button type="submit" className="button primary" disabled={accounts.length === 0 || accounts.length > MOST || make.isPending}>
            {make.isPending ? text.busy : text.submit(accounts.length)}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface PickerProps {
  readonly all: readonly Candidate[]
  readonly chosen: ReadonlySet<string>
  readonly onAdd: (some: readonly Candidate[]) => void
  readonly onToggle: (person: string) => void
  readonly onClear: () => void
}

/** The people in office without an account, to be chosen one by one, all heads, or by group. */
function Picker({ all, chosen, onAdd, onToggle, onClear }: PickerProps) {
  const text = useText()
  const words = usePostText()
  const groups = [...new Set(all.flatMap((each) => each.groups))]
  if (all.length === 0) return <p className="quiet">{text.noCandidates}</p>
  return (
    <fieldset>
      <legend>{text.addFrom}</legend>
      <div className="shortcuts">
        <button type="button" className="button small" onClick={() => onAdd(all.filter(({ isHead, post }) => isHead && post === 'unit'))}>
          {text.addHeads}
        </button>
        <select
          className="input"
          aria-label={text.addGroup}
          value=""
          onChange={({ target }) => onAdd(all.filter((each) => each.groups.includes(target.value)))}
        >
          <option value="">{text.chooseGroup}</option>
          {groups.map((group) => (
            <option key={group}>{group}</option>
          ))}
        </select>
        {chosen.size > 0 ? (
          <button type="button" className="button small quiet" onClick={onClear}>
            {text.clear}
          </button>
        ) : null}
      </div>
      <ul className="people">
        {all.map(({ person, name, places, isHead, post }) => (
          <li key={person}>
            <label>
              <input type="checkbox" checked={chosen.has(person)} onChange={() => onToggle(person)} />
              <b>{name}</b>
              <span className="quiet">{places.join('、')}</span>
              {isHead && post === 'unit' ? <span className="tag">{text.head}</span> : null}
              {post === 'leader' ? <span className="tag">{words.post.leader}</span> : null}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
