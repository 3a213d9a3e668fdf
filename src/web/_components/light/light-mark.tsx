import type { Light } from '#core/light/light.ts'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { type Text, zh } from './text.zh.ts'
import './light.css'

/** A shape of its own for each light, so that it is told apart without colour. */
const SHAPES: Readonly<Record<Light, string>> = {
  overdue: 'M8 1.5 15 14.500H1z',
  undetermined: 'M8 1 15 8 8 15 1 8z',
  'due-soon': 'M2 2h12L8 14.500z',
  behind: 'M2 2h12v12H2z',
  'not-started': 'M8 2.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11z',
  'on-track': 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13z',
  done: 'm1.500 8.500 4.300 4.500L14.500 3.500',
  waived: 'M2 8h12',
}

/** The words of all lights. */
export function useLightWords(): Text {
  return useText<Text>({ zh, en })
}

/** 灯: shape, colour and word of a light. */
export function LightMark({ light }: { readonly light: Light }) {
  const text = useLightWords()
  return (
    <span className={`light light-${light}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[light]} />
      </svg>
      {text[light]}
    </span>
  )
}
