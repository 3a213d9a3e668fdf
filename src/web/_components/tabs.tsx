interface TabsProps<Key extends string> {
  /** `count`: how many stand there; `isUrgent`: they wait for who looks. */
  readonly tabs: readonly { readonly key: Key; readonly words: string; readonly count?: number; readonly isUrgent?: boolean }[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
}

/** The parts of a list. */
export function Tabs<Key extends string>({ tabs, chosen, onChoose }: TabsProps<Key>) {
  return (
    <div className="tabs" role="tablist">
      {tabs.map(({ key, words, count, isUrgent = false }) => (
        <button key={key} type="button" role="tab" aria-selected={key === chosen} className="button quiet" onClick={() => onChoose(key)}>
          {words}
          {count === undefined ? null : <b className={isUrgent ? 'urgent' : ''}> {count}</b>}
        </button>
      ))}
    </div>
  )
}
