import { useState } from 'react'
import type { SimilarCaseForecast } from '#contract/similar-case-review.ts'
import { useReviewText } from './use-text.ts'

interface ChoiceProps {
  readonly forecast: SimilarCaseForecast
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (orgs: ReadonlySet<string>) => void
}

/** Which units are asked: like ones stand first, each with why; a person chooses, and sees who need not be asked. */
export function UnitChoice({ forecast: { units, warnings }, chosen, onChoose }: ChoiceProps) {
  const text = useReviewText()
  const [search, setSearch] = useState('')
  const warnedOf = Map.groupBy(warnings, ({ org }) => org)
  const shown = units.filter(({ name, parent, org }) => `${parent}${name}`.includes(search.trim()) || chosen.has(org))
  // proposed are those alike by more than how deep they stand, and not asked of late
  const like = units.filter(({ org, because }) => because.some((each) => each !== 'same-level') && !warnedOf.has(org))
  return (
    <fieldset className="review-units">
      <legend className="label">{text.units}</legend>
      <p className="review-line">
        <button type="button" className="button small" onClick={() => onChoose(new Set(like.map(({ org }) => org)))}>
          {`${text.chooseLike} ${like.length}`}
        </button>
        <button type="button" className="button small quiet" onClick={() => onChoose(new Set())}>
          {text.chooseNone}
        </button>
        <input
          className="input"
          type="search"
          aria-label={text.search}
          placeholder={text.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span>{text.chosen(chosen.size)}</span>
      </p>
      <ul>
        {shown.map(({ org, name, parent, because }) => (
          <li key={org}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(org)}
                onChange={({ target }) => onChoose(new Set(target.checked ? [...chosen, org] : [...chosen].filter((each) => each !== org)))}
              />
              <span lang="zh-CN">{name}</span>
              <span className="quiet" lang="zh-CN">
                {parent}
              </span>
              {because.map((each) => (
                <span key={each} className="review-because">
                  {text.because[each]}
                </span>
              ))}
            </label>
            {(warnedOf.get(org) ?? []).map(({ kind, on, words }) => (
              <span key={kind} className="review-warning">
                ⚠ {text.warnings[kind](on, words.slice(0, 30))}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
