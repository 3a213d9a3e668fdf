import { FailureNotice as Notice } from '#web/_components/failure-notice.tsx'
import { useInspectionFailure } from './use-text.ts'

/** What went wrong about inspections, where something did. */
export function FailureNotice({ error }: { readonly error: unknown }) {
  return <Notice error={error} words={useInspectionFailure()} />
}
