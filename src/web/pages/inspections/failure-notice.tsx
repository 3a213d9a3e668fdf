import { useInspectionFailure } from './use-text.ts'

/** What went wrong, where something did. */
export function FailureNotice({ error }: { readonly error: unknown }) {
  const failureText = useInspectionFailure()
  return error === null || error === undefined ? null : (
    <p className="notice error" role="alert">
      {failureText(error)}
    </p>
  )
}
