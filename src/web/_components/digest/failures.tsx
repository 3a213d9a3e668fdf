import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { useDigestText } from './use-text.ts'

/** 未送达的提要: shown to who looks after the program, where there is any. */
export function DigestFailures() {
  const text = useDigestText()
  const { data } = useQuery({ queryKey: ['digest', 'failures'], queryFn: () => client.digest.failures() })
  if (data === undefined || data.items.length === 0) return null
  return (
    <details className="notice warning">
      <summary>{text.failures(data.items.length)}</summary>
      <ul aria-label={text.failuresTitle}>
        {data.items.map(({ account, on, attempts, failure, state }) => (
          <li key={`${account} ${on}`}>
            {text.failureLine(account, on, attempts)}（{text.failureState[state]}） <code>{failure}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
