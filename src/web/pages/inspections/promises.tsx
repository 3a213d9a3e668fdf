import { Link } from '@tanstack/react-router'
import type { InspectionPromise } from '#contract/inspection.ts'
import { useInspectionText } from './use-text.ts'

/** What was promised, and what the records say of it. */
export function Promises({ promises }: { readonly promises: readonly InspectionPromise[] }) {
  const text = useInspectionText()
  return promises.length === 0 ? null : (
    <ul className="insp-promises">
      {promises.map(({ commitment, ref, sentence, light, actual, required, unit, files, isSeen }) => (
        <li key={commitment}>
          <span>
            {text.promised}
            {isSeen ? (
              <Link to="/commitments/$id" params={{ id: commitment }} search={{}}>
                {ref}
              </Link>
            ) : (
              ref
            )}{' '}
            <span lang="zh-CN">{sentence}</span>
          </span>
          <span className="quiet">{light === null ? text.notComputed : text.recorded(actual ?? '0', required ?? '', unit, files)}</span>
        </li>
      ))}
    </ul>
  )
}
