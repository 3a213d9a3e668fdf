import { cutPlaces } from '../../model/cut-text.ts'
import { useFormText } from './use-form-text.ts'

interface CutTextProps {
  readonly text: string
  readonly cuts: readonly number[]
  readonly onChange: (cuts: readonly number[]) => void
}

/** A text with a button at each place where it may be cut. */
export function CutText({ text, cuts, onChange }: CutTextProps) {
  const words = useFormText()
  const places = cutPlaces(text)
  const edges = [0, ...places, text.length]
  return (
    <p className="cut-text" lang="zh-CN">
      {edges.slice(0, -1).map((start, index) => {
        const end = edges[index + 1] ?? text.length
        const isCut = cuts.includes(end)
        return (
          <span key={start}>
            {text.slice(start, end)}
            {end === text.length ? null : (
              <button
                type="button"
                className={isCut ? 'cut' : ''}
                aria-pressed={isCut}
                aria-label={isCut ? words.joinHere : words.cutHere}
                title={isCut ? words.joinHere : words.cutHere}
                onClick={() => onChange(isCut ? cuts.filter((cut) => cut !== end) : [...cuts, end])}
              >
                ✂
              </button>
            )}
          </span>
        )
      })}
    </p>
  )
}
