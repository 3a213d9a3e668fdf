import type { ChangeProposal } from '#core/change/change.ts'
import { earlierOf } from '#core/calendar/months.ts'
import type { Day } from '#core/day/day.ts'
import { periodsOf } from '#core/period/periods-of.ts'
import type { Rhythm } from '#core/period/rhythm.ts'
import type { Decimal } from '#core/quantity/decimal.ts'
import type { Terms } from '#core/terms/terms.ts'

/**
 * What was granted of a commitment so far. `originalDue`: the day before the first extension; `endedOn`: when it was ended without being fulfilled, and not
 * opened again since.
 */
export interface Granted {
  readonly originalDue: Day | null
  readonly due: Day | null
  readonly extensions: number
  readonly amendments: readonly { readonly before: string; readonly after: string }[]
  readonly value: Decimal | null
  readonly endedOn: Day | null
}

/** Nothing yet. */
export const nothingGranted: Granted = { originalDue: null, due: null, extensions: 0, amendments: [], value: null, endedOn: null }

/** What all granted requests of a commitment come to, the first first. */
export function grantedAfter(proposals: readonly ChangeProposal[]): Granted {
  return proposals.reduce<Granted>((sum, { asked, due, wording }) => {
    switch (asked.kind) {
      case 'extension':
        return { ...sum, originalDue: sum.originalDue ?? due, due: asked.due, extensions: sum.extensions + 1 }
      case 'amendment':
        return { ...sum, amendments: [...sum.amendments, { before: wording, after: asked.wording }], value: asked.value ?? sum.value }
      case 'termination':
        return sum
    }
  }, nothingGranted)
}

/** The terms of a commitment with what was granted: the later day, the other number, and no period after the one in which it was ended. */
export function withGranted(terms: Terms, granted: Granted): Terms {
  const { target } = terms
  const amended = granted.value === null || target.measure.kind === 'achieved' ? target : { ...target, value: granted.value }
  return { ...terms, target: amended, rhythm: rhythmWith(terms.rhythm, granted) }
}

function rhythmWith(rhythm: Rhythm, { due, endedOn }: Granted): Rhythm {
  if (rhythm.kind === 'once') return due === null ? rhythm : { ...rhythm, by: due }
  if (endedOn === null) return rhythm
  if (rhythm.kind === 'within') return { ...rhythm, to: rhythm.to === null ? endedOn : earlierOf(rhythm.to, endedOn) }
  const last = periodsOf(rhythm, endedOn).findLast(({ from }) => from <= endedOn)?.to ?? null
  return last === null ? rhythm : { ...rhythm, to: last }
}

/** Both wordings of every amendment, as rows of the ledger and exports show them; empty where there is none. */
export function amendedWords({ amendments }: Pick<Granted, 'amendments'>): string {
  return amendments.map(({ before, after }) => `调整：原“${before}”，现“${after}”`).join('；')
}
