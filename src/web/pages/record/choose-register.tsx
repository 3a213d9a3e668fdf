import { useState } from 'react'
import type { Register } from '#core/register/register.ts'
import { useLanguage } from '#web/_lib/language.ts'
import type { Start } from './model/prefill.ts'
import { titleOf } from './model/words.ts'
import { useRecordText } from './use-text.ts'

interface ChooseRegisterProps {
  readonly start: Start
  readonly registers: ReadonlyMap<string, Register>
  /** The address named one there is not. */
  readonly isUnknown: boolean
  readonly onChoose: (id: string) => void
}

/** The registers that count for the commitment first, then all others, to be searched. */
export function ChooseRegister({ start, registers, isUnknown, onChoose }: ChooseRegisterProps) {
  const text = useRecordText()
  const language = useLanguage()
  const [search, setSearch] = useState('')
  const sought = search.trim().toLowerCase()
  const open = [...registers.values()].filter(({ id }) => start.fillable.includes(id))
  const counting = open.filter(({ id }) => start.registers.includes(id))
  const others = open.filter(
    (register) => !counting.includes(register) && wordsOf(register).some((word) => word.toLowerCase().includes(sought)),
  )
  const button = (register: Register) => (
    <li key={register.id}>
      <button type="button" className="button" onClick={() => onChoose(register.id)}>
        {titleOf(register, language)}
      </button>
    </li>
  )
  return (
    <div className="choose-register">
      <h1>{text.choose}</h1>
      {isUnknown ? <p className="notice error">{text.noRegister}</p> : null}
      {start.commitment === null ? null : (
        <p className="for-task" lang="zh-CN">
          <span className="ref">{start.commitment.ref}</span> {start.commitment.sentence}
        </p>
      )}
      {start.commitment !== null && start.registers.length === 0 ? <p className="notice warning">{text.notDefined}</p> : null}
      {counting.length === 0 ? null : (
        <>
          <h2>{text.chooseFor}</h2>
          <ul className="counting-registers">{counting.map(button)}</ul>
          <h2>{text.chooseAll}</h2>
        </>
      )}
      <input
        type="search"
        className="input"
        autoFocus
        aria-label={text.search}
        placeholder={text.search}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => {
          const [first] = others
          if (event.key === 'Enter' && sought !== '' && first !== undefined) onChoose(first.id)
        }}
      />
      {others.length === 0 ? <p className="quiet">{text.noneFound}</p> : <ul className="all-registers">{others.map(button)}</ul>}
    </div>
  )
}

function wordsOf({ title, titleEn, hints }: Register): readonly string[] {
  return [title, titleEn, ...hints.flatMap(({ words }) => words)]
}
