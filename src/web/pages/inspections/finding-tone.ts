import type { InspectionFindingState } from '#core/inspection/finding.ts'

const TONES = {
  noted: 'plain',
  raised: 'todo',
  contested: 'wait',
  reported: 'wait',
  verified: 'done',
  failed: 'bad',
  withdrawn: 'off',
} as const satisfies Record<InspectionFindingState, string>

/** The shape and colour of a finding's state. */
export function findingTone(state: InspectionFindingState) {
  return TONES[state]
}
