/** What a backup or restore is about. */
export type Stage = 'check' | 'files' | 'tables' | 'indexes' | 'journal'

/** Hears how far a backup or restore is. `of`: null where nobody knows it beforehand. */
export type Progress = (stage: Stage, bytes: number, of: number | null) => void

/** Adds up what a stage has done, and tells. */
export function countStage(progress: Progress, stage: Stage, of: number | null): (bytes: number) => void {
  let done = 0
  progress(stage, 0, of)
  return (bytes) => {
    done += bytes
    progress(stage, done, of)
  }
}
