import { useLanguage, useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'
import './setup.css'

/** A field the program can be set up for. */
export interface PackOffer {
  readonly id: string
  readonly title: string
  readonly titleEn: string
}

interface PackFieldProps {
  readonly packs: readonly PackOffer[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** 适用行业: which registers, words and samples there are from the start. Nothing is asked where there is only one pack. */
export function PackField({ packs, chosen, onChoose }: PackFieldProps) {
  const text = useText({ zh, en })
  const language = useLanguage()
  if (packs.length < 2) return null
  return (
    <fieldset className="field setup-packs">
      <legend className="label">{text.pack}</legend>
      {packs.map(({ id, title, titleEn }) => (
        <label key={id} className={`choice ${id === chosen ? 'is-chosen' : ''}`}>
          <input type="radio" name="pack" value={id} checked={id === chosen} onChange={() => onChoose(id)} />
          {language === 'zh' ? title : titleEn}
        </label>
      ))}
      <span className="hint">{text.packHint}</span>
    </fieldset>
  )
}
