import type { OriginLevels } from '#core/closure/settings.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import type { Signers } from './level-row.tsx'
import { useLevelsText } from './use-text.ts'
import { WayEditor } from './way-editor.tsx'

interface OriginsProps {
  readonly origins: readonly OriginLevels[]
  readonly signers: Signers
  /** The origin that a new one begins with, and the levels it begins with. */
  readonly next: OriginLevels
  readonly onChange: (origins: readonly OriginLevels[]) => void
}

/** 按来源另定: what holds for plans of one origin instead, for all natures or one. */
export function OriginWays({ origins, signers, next, onChange }: OriginsProps) {
  const text = useLevelsText()
  return (
    <section aria-label={text.byOrigin}>
      <h2>{text.byOrigin}</h2>
      <p className="quiet">{text.byOriginHint}</p>
      {origins.map((each, index) => (
        <div key={String(index)} role="group" aria-label={text.originWay(index + 1)} className="closure-levels-origin">
          <p className="closure-levels-line">
            <label>
              {text.origin}{' '}
              <select
                className="input"
                value={each.origin}
                onChange={({ target: { value } }) => {
                  const origin = keysOf(text.origins).find((key) => key === value)
                  if (origin !== undefined) onChange(origins.with(index, { ...each, origin }))
                }}
              >
                {keysOf(text.origins).map((origin) => (
                  <option key={origin} value={origin}>
                    {text.origins[origin]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {text.nature}{' '}
              <select
                className="input"
                value={each.nature ?? ''}
                onChange={({ target: { value } }) =>
                  onChange(origins.with(index, { ...each, nature: keysOf(text.natures).find((key) => key === value) ?? null }))
                }
              >
                <option value="">{text.everyNature}</option>
                {keysOf(text.natures).map((nature) => (
                  <option key={nature} value={nature}>
                    {text.natures[nature]}
                  </option>
                ))}
              </select>
            </label>
          </p>
          <WayEditor way={each.levels} signers={signers} onChange={(levels) => onChange(origins.with(index, { ...each, levels }))}>
            <button type="button" className="button quiet small" onClick={() => onChange(origins.toSpliced(index, 1))}>
              {text.removeWay}
            </button>
          </WayEditor>
        </div>
      ))}
      <p>
        <button type="button" className="button small" onClick={() => onChange([...origins, next])}>
          {text.addOrigin}
        </button>
      </p>
    </section>
  )
}
