import { useAct } from '#web/_lib/use-act.ts'

/** Does something about inspections; everything that is shown of them is asked for again. */
export function useInspectionAct<T>(act: () => Promise<T>, onDone?: (result: T) => unknown) {
  return useAct(['inspection'], act, onDone)
}
