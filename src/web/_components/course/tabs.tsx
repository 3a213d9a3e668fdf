interface TabsProps<Key extends string> {
  readonly tabs: readonly { readonly key: Key; readonly words: string }[]
  readonly chosen: Key
  readonly onChoose: (key: Key) => void
}

/** The parts of a list. */
export function Tabs<Key extends string>({ tabs, chosen, onChoose }: TabsProps<Key>) {
  return (
    <div className="course-tabs" role="tablist">
      {tabs.map(({ key, words }) => (
        <button key={key} type="button" role="tab" aria-selected={key === chosen} className="button quiet" onClick={() => onChoose(key)}>
          {words}
        </button>
      ))}
    </div>
  )
}
