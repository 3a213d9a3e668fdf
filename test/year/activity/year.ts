import type { Draw } from '#test/year/draw.ts'
import type { Entering } from '#test/year/entering.ts'

/** A year that is being made: the facts so far, and the numbers it is drawn from. */
export interface Year extends Entering {
  readonly draw: Draw
}

export const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Nothing is entered before. */
export const FIRST_ENTRY = '2026-02-02'
