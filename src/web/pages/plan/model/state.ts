import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Span } from '#core/text/span.ts'

/** Where the person acts: the other side follows. */
type Side = 'document' | 'tree' | 'question'

export type TreeFilter = 'all' | 'draft' | 'confirmed' | 'questions' | 'discarded'

/** What is open over the page. `clause` null: the whole plan. */
export type OpenDialog =
  | { readonly kind: 'edit'; readonly id: CommitmentId }
  | { readonly kind: 'split'; readonly id: CommitmentId }
  | { readonly kind: 'discard'; readonly id: CommitmentId }
  | { readonly kind: 'define'; readonly id: CommitmentId; readonly questionId: string }
  | { readonly kind: 'add'; readonly span: Span | null; readonly near: CommitmentId | null }
  | { readonly kind: 'confirm'; readonly clause: string | null }
  | { readonly kind: 'keys' }

/** What the person looks at on the plan page; nothing of it is stored. */
export interface PageState {
  readonly focus: CommitmentId | null
  readonly focusedFrom: Side
  /** Whether the focused commitment shows its details. */
  readonly open: boolean
  readonly hover: CommitmentId | null
  /** Text pointed at: a value of a reading, or the place of a question or a diagnostic. */
  readonly spot: Span | null
  /** Selected for merging, in the order of selection. */
  readonly marked: readonly CommitmentId[]
  readonly filter: TreeFilter
  readonly pane: 'document' | 'tree' | 'notes'
  readonly dialog: OpenDialog | null
  /** The question on top; null: the first. */
  readonly question: string | null
  readonly showsAnswered: boolean
  readonly isShut: boolean
  /** The commitment whose correction may be taught; `asked`: those of which that was asked. */
  readonly teach: CommitmentId | null
  readonly asked: readonly CommitmentId[]
}

export type PageAction =
  | { readonly kind: 'focus'; readonly id: CommitmentId | null; readonly from: Side; readonly open?: boolean }
  | { readonly kind: 'toggle'; readonly id: CommitmentId }
  | { readonly kind: 'hover'; readonly id: CommitmentId | null }
  | { readonly kind: 'spot'; readonly span: Span | null }
  | { readonly kind: 'mark'; readonly id: CommitmentId }
  | { readonly kind: 'unmark' }
  | { readonly kind: 'filter'; readonly filter: TreeFilter }
  | { readonly kind: 'pane'; readonly pane: PageState['pane'] }
  | { readonly kind: 'dialog'; readonly dialog: OpenDialog | null }
  /** Brings a question to the top. */
  | { readonly kind: 'ask'; readonly id: string | null }
  | { readonly kind: 'answered'; readonly shows: boolean }
  | { readonly kind: 'teach'; readonly id: CommitmentId | null }
  | { readonly kind: 'shut'; readonly isShut: boolean }

export const firstState: PageState = {
  focus: null,
  focusedFrom: 'tree',
  open: false,
  hover: null,
  spot: null,
  marked: [],
  filter: 'all',
  pane: 'tree',
  dialog: null,
  question: null,
  showsAnswered: false,
  isShut: false,
  teach: null,
  asked: [],
}

export function reduce(state: PageState, action: PageAction): PageState {
  switch (action.kind) {
    case 'focus':
      return { ...state, focus: action.id, focusedFrom: action.from, spot: null, open: action.open ?? state.open }
    case 'toggle':
      return { ...state, focus: action.id, focusedFrom: 'tree', spot: null, open: state.focus === action.id ? !state.open : true }
    case 'hover':
      return state.hover === action.id ? state : { ...state, hover: action.id }
    case 'spot':
      return { ...state, spot: action.span }
    case 'mark':
      return {
        ...state,
        marked: state.marked.includes(action.id) ? state.marked.filter((id) => id !== action.id) : [...state.marked, action.id],
      }
    case 'unmark':
      return { ...state, marked: [] }
    case 'filter':
      return { ...state, filter: action.filter }
    case 'pane':
      return { ...state, pane: action.pane }
    case 'dialog':
      return { ...state, dialog: action.dialog }
    case 'ask':
      return { ...state, question: action.id, isShut: false }
    case 'answered':
      return { ...state, question: null, showsAnswered: action.shows }
    case 'teach':
      if (action.id === null) return { ...state, teach: null }
      return state.asked.includes(action.id) ? state : { ...state, teach: action.id, asked: [...state.asked, action.id] }
    case 'shut':
      return { ...state, isShut: action.isShut }
  }
}
