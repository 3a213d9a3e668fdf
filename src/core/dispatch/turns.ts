import type { DispatchAct, DispatchState } from '#core/dispatch/dispatch.ts'

/** Why an act cannot be done where the commitment stands. */
export type OutOfTurn =
  | 'not-dispatched'
  | 'dispatched-already'
  | 'insisted-on'
  | 'refused-already'
  | 'confirmed-already'
  | 'not-refused'
  | 'not-confirmed'

interface Turn {
  /** Where the act leads. */
  readonly to?: DispatchState
  /** Why it cannot be done. */
  readonly why?: OutOfTurn
}
const to = (state: DispatchState): Turn => ({ to: state })
const why = (reason: OutOfTurn): Turn => ({ why: reason })
const none = why('not-dispatched')
const [again, back] = [to('dispatched'), to('waiting')]

/** Which act leads where, and why the others do not. */
const turns = {
  waiting: { dispatch: again, reassign: none, withdraw: none, insist: none, confirm: none, refuse: none, refine: none },
  dispatched: {
    dispatch: why('dispatched-already'),
    reassign: again,
    withdraw: back,
    insist: why('not-refused'),
    confirm: to('confirmed'),
    refuse: to('refused'),
    refine: why('not-confirmed'),
  },
  refused: {
    dispatch: why('dispatched-already'),
    reassign: again,
    withdraw: back,
    insist: to('insisted'),
    confirm: why('refused-already'),
    refuse: why('refused-already'),
    refine: why('not-confirmed'),
  },
  insisted: {
    dispatch: why('dispatched-already'),
    reassign: again,
    withdraw: back,
    insist: why('insisted-on'),
    confirm: to('confirmed'),
    refuse: why('insisted-on'),
    refine: why('not-confirmed'),
  },
  confirmed: {
    dispatch: why('dispatched-already'),
    reassign: again,
    withdraw: back,
    insist: why('not-refused'),
    confirm: why('confirmed-already'),
    refuse: why('confirmed-already'),
    refine: to('confirmed'),
  },
} as const satisfies Record<DispatchState, Record<DispatchAct, Turn>>

/** Where an act leads from a state, or why it does not. */
export function turnOf(state: DispatchState, act: DispatchAct): Turn {
  return turns[state][act]
}
