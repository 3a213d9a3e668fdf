import type { HolderView } from '#contract/dispatch.ts'
import { holderLine } from './holder-words.tsx'
import { useDispatchText } from './use-text.ts'

/** A step as it is typed. */
export interface TypedTask {
  readonly words: string
  readonly by: string
  readonly who: string
}

interface OwnerProps {
  readonly people: readonly HolderView[]
  readonly due: string | null
  readonly owner: string
  readonly tasks: readonly TypedTask[]
  readonly onChange: (some: { readonly owner?: string; readonly tasks?: readonly TypedTask[] }) => void
}

/** Who answers, and in which steps. */
export function OwnerFields({ people, due, owner, tasks, onChange }: OwnerProps) {
  const text = useDispatchText()
  const setTask = (at: number, some: Partial<TypedTask>): void =>
    onChange({ tasks: tasks.map((task, index) => (index === at ? { ...task, ...some } : task)) })
  return (
    <>
      <OwnerSelect people={people} owner={owner} onChange={(next) => onChange({ owner: next })} />
      {tasks.map((task, index) => (
        <fieldset key={String(index)} className="dispatch-task">
          <legend>{text.stepAt(index + 1)}</legend>
          <input
            className="input words"
            aria-label={text.step}
            required
            maxLength={500}
            placeholder={text.step}
            value={task.words}
            onChange={(event) => setTask(index, { words: event.target.value })}
          />
          <input
            className="input"
            aria-label={text.by}
            type="date"
            required
            {...(due === null ? {} : { max: due })}
            value={task.by}
            onChange={(event) => setTask(index, { by: event.target.value })}
          />
          <select
            className="input"
            aria-label={text.who}
            value={task.who}
            onChange={(event) => setTask(index, { who: event.target.value })}
          >
            <option value="">{text.theOwner}</option>
            <People people={people} />
          </select>
          <button type="button" className="button quiet small" onClick={() => onChange({ tasks: tasks.filter((_, at) => at !== index) })}>
            {text.removeTask}
          </button>
        </fieldset>
      ))}
      <p>
        <button
          type="button"
          className="button small"
          onClick={() => onChange({ tasks: [...tasks, { words: '', by: due ?? '', who: '' }] })}
        >
          {text.addTask}
        </button>
        {due === null ? null : <span className="quiet"> {text.due(due)}</span>}
      </p>
    </>
  )
}

interface SelectProps {
  readonly people: readonly HolderView[]
  /** The place in the list, '' none. */
  readonly owner: string
  readonly onChange: (owner: string) => void
}

/** 直接责任人 from those who can be named. */
export function OwnerSelect({ people, owner, onChange }: SelectProps) {
  const text = useDispatchText()
  return (
    <label className="field">
      <span className="label">{text.owner}</span>
      <select className="input" required value={owner} onChange={(event) => onChange(event.target.value)}>
        <option value="">{text.choose}</option>
        <People people={people} />
      </select>
    </label>
  )
}

function People({ people }: { readonly people: readonly HolderView[] }) {
  return people.map((person, index) => (
    <option key={String(index)} value={String(index)}>
      {holderLine(person)}
    </option>
  ))
}
