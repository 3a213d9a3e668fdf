import type { Light } from '#core/light/light.ts'

/** From what needs a person first to what needs nobody. */
export const gravest = [
  'overdue',
  'undetermined',
  'due-soon',
  'behind',
  'not-started',
  'on-track',
  'done',
  'waived',
] as const satisfies readonly Light[]

/** The light that stands for several; null for none. */
export function gravestOf(several: readonly Light[]): Light | null {
  return gravest.find((light) => several.includes(light)) ?? null
}
