import type { ReactNode } from 'react'
import type { ClosureLevel } from '#core/closure/closure.ts'
import { LevelRow, type Signers } from './level-row.tsx'
import { useLevelsText } from './use-text.ts'

const FEWEST = 2
const MOST = 6

interface WayProps {
  readonly way: readonly ClosureLevel[]
  readonly signers: Signers
  readonly onChange: (way: readonly ClosureLevel[]) => void
  /** What else can be done with it. */
  readonly children: ReactNode
}

/** The levels of one way, one after the other. */
export function WayEditor({ way, signers, onChange, children }: WayProps) {
  const text = useLevelsText()
  return (
    <>
      <ol>
        {way.map((level, index) => (
          <LevelRow
            key={String(index)}
            level={level}
            label={text.level(index + 1)}
            signers={signers}
            onChange={(next) => onChange(way.with(index, next))}
            onRemove={way.length > FEWEST ? () => onChange(way.toSpliced(index, 1)) : null}
          />
        ))}
      </ol>
      <p className="closure-levels-line">
        {way.length < MOST ? (
          <button
            type="button"
            className="button small"
            onClick={() => onChange(way.toSpliced(-1, 0, { role: 'verify', post: 'office', accounts: [], mode: 'any' }))}
          >
            {text.add}
          </button>
        ) : null}
        {children}
      </p>
    </>
  )
}
