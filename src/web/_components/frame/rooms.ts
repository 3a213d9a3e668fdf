import { linkOptions } from '@tanstack/react-router'
import type { Permission } from '#core/access/policy.ts'

/** A page the header leads to. `word`: its name in the catalogue of the frame; `inService`: there is nothing on it while the product is tried out. */
export interface Place {
  readonly word: keyof typeof links
  readonly may: Permission
  readonly inService?: true
}

/** Where each place is. */
export const links = {
  ledger: linkOptions({ to: '/ledger', search: {} }),
  dispatch: linkOptions({ to: '/dispatch', search: {} }),
  difficulties: linkOptions({ to: '/difficulties' }),
  changes: linkOptions({ to: '/changes' }),
  closures: linkOptions({ to: '/closures' }),
  findings: linkOptions({ to: '/findings', search: {} }),
  levels: linkOptions({ to: '/closure-levels', search: {} }),
  registers: linkOptions({ to: '/registers' }),
  calendar: linkOptions({ to: '/calendar', search: {} }),
  quarter: linkOptions({ to: '/quarter-report', search: {} }),
  reconciliations: linkOptions({ to: '/reconciliations' }),
  timetable: linkOptions({ to: '/timetable', search: {} }),
  locks: linkOptions({ to: '/period-locks' }),
  inspections: linkOptions({ to: '/inspections' }),
  draws: linkOptions({ to: '/draws' }),
  similarCases: linkOptions({ to: '/similar-case-reviews' }),
  organisation: linkOptions({ to: '/organisation', search: {} }),
  accounts: linkOptions({ to: '/accounts' }),
  grants: linkOptions({ to: '/grants' }),
  marks: linkOptions({ to: '/marks' }),
  journal: linkOptions({ to: '/journal' }),
}

/** The rooms of the product, as the header names them: the first place of a room that one may enter stands for it, the others beside it below the header. */
const rooms: readonly (readonly Place[])[] = [
  [{ word: 'ledger', may: 'ledger:read' }],
  [
    { word: 'dispatch', may: 'dispatch:read' },
    { word: 'difficulties', may: 'difficulty:read' },
    { word: 'changes', may: 'change:read' },
  ],
  [
    { word: 'closures', may: 'closure:read' },
    { word: 'findings', may: 'finding:read' },
    { word: 'levels', may: 'closure:configure' },
  ],
  [{ word: 'registers', may: 'register:read' }],
  [{ word: 'calendar', may: 'calendar:read' }],
  [
    { word: 'quarter', may: 'submission:read' },
    { word: 'reconciliations', may: 'reconciliation:read' },
    { word: 'timetable', may: 'timetable:read' },
    { word: 'locks', may: 'period-lock:read' },
  ],
  [
    { word: 'inspections', may: 'inspection:read' },
    { word: 'draws', may: 'draw:read' },
    { word: 'similarCases', may: 'similar-case:read' },
  ],
  [{ word: 'organisation', may: 'organisation:read' }],
  [{ word: 'accounts', may: 'account:read' }],
  [{ word: 'grants', may: 'grant:read', inService: true }],
  [{ word: 'marks', may: 'mark:read', inService: true }],
  [{ word: 'journal', may: 'journal:read' }],
]

/** The places of each room that somebody may enter; rooms without any are left out. */
export function roomsOf(may: (permission: Permission) => boolean, isTrial: boolean): readonly (readonly Place[])[] {
  return rooms
    .map((room) => room.filter((place) => may(place.may) && !(isTrial && place.inService === true)))
    .filter((room) => room.length > 0)
}

/** Whether a place is the page at an address, or one below it. */
export function isAt({ word }: Place, path: string): boolean {
  const { to } = links[word]
  return path === to || path.startsWith(`${to}/`)
}
