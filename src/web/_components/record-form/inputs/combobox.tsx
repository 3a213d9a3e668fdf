import { type KeyboardEvent, useId, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { useFormText } from '../use-text.ts'

/** Something that can be chosen. `kind`: a word before it. */
export interface Option {
  readonly key: string
  readonly name: string
  readonly more: string
  readonly kind: string
}

interface ComboboxProps {
  readonly id: string
  readonly describedBy: string
  readonly isWrong: boolean
  readonly placeholder: string
  readonly chosen: readonly { readonly key: string; readonly name: string }[]
  readonly isMany: boolean
  /** What is typed, and what it finds; null while it is looked for. */
  readonly text: string
  readonly onText: (text: string) => void
  readonly options: readonly Option[] | null
  readonly onChoose: (option: Option) => void
  readonly onRemove: (key: string) => void
}

/** So many are shown by name before they are counted. */
const MOST_SHOWN = 30

/** Chips with an input that finds more: arrows and Enter choose, Backspace takes the last away, Escape closes (WAI-ARIA combobox). */
export function Combobox(props: ComboboxProps) {
  const { id, describedBy, isWrong, placeholder, chosen, isMany, text, onText, options, onChoose, onRemove } = props
  const words = useFormText()
  const listId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [active, setActive] = useState(0)
  const offered = (options ?? []).filter(({ key }) => chosen.every((each) => each.key !== key))
  const isShown = isOpen && (text.trim() !== '' || offered.length > 0)
  const at = Math.min(active, Math.max(offered.length - 1, 0))
  const choose = (option: Option): void => {
    onChoose(option)
    onText('')
    setActive(0)
    if (!isMany) setIsOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // while a Chinese input method composes, its keys are its own
    if (event.nativeEvent.isComposing) return
    const option = offered[at]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setIsOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (isShown && offered.length > 0) setActive((at + step + offered.length) % offered.length)
    } else if (event.key === 'Enter' && isShown && option !== undefined && text.trim() !== '') {
      event.preventDefault()
      event.stopPropagation()
      choose(option)
    } else if (event.key === 'Enter' && text.trim() !== '') {
      // still looking, or nothing found: not yet the next field
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Escape' && isShown) {
      event.stopPropagation()
      setIsOpen(false)
    } else if (event.key === 'Backspace' && text === '') {
      const last = chosen.at(-1)
      if (last !== undefined) onRemove(last.key)
    }
  }
  return (
    <div className="combobox">
      <div className={`input chips ${isWrong ? 'is-wrong' : ''}`}>
        {chosen.slice(0, MOST_SHOWN).map(({ key, name }) => (
          <span key={key} className="party">
            {name}
            <button type="button" tabIndex={-1} aria-label={words.remove(name)} onClick={() => onRemove(key)}>
              <Icon name="close" />
            </button>
          </span>
        ))}
        {chosen.length > MOST_SHOWN ? <span className="quiet">{words.chosen(chosen.length)}</span> : null}
        {chosen.length > 0 && !isMany ? null : (
          <input
            id={id}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={listId}
            aria-activedescendant={isShown && offered.length > 0 ? `${listId}-${at}` : undefined}
            aria-invalid={isWrong}
            aria-describedby={describedBy}
            placeholder={chosen.length === 0 ? placeholder : ''}
            value={text}
            onChange={(event) => {
              onText(event.target.value)
              setActive(0)
              setIsOpen(true)
            }}
            onFocus={() => setIsOpen(true)}
            onBlur={() => setIsOpen(false)}
            onKeyDown={onKeyDown}
          />
        )}
      </div>
      {isShown ? (
        <ul id={listId} role="listbox" className="offers">
          {offered.map((option, index) => (
            <li
              key={option.key}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === at}
              // before the input loses the focus
              onPointerDown={(event) => {
                event.preventDefault()
                choose(option)
              }}
            >
              <span className="kind">{option.kind}</span>
              <span className="name">{option.name}</span>
              <span className="more">{option.more}</span>
            </li>
          ))}
          {offered.length > 0 ? null : (
            <li role="presentation" className="nothing">
              {options === null ? words.searching : words.nobody}
            </li>
          )}
        </ul>
      ) : null}
    </div>
  )
}
