import type { HomeView } from '#contract/home.ts'

/** What each kind of first page shows; in the past nothing is entered. */
export interface HomeProps {
  readonly home: HomeView
  readonly isPast: boolean
}
