import { failureOf } from '#web/_lib/failure.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { useEvidenceText } from './use-text.ts'

/** Words an upload that was refused: what it is, and what to do. */
export function useWhyRefused(): (error: unknown) => string {
  const text = useEvidenceText()
  const failureText = useFailureText()
  return (error) => {
    const failure = failureOf(error)
    const fault = text.fault[failure.fields.get('file') ?? (failure.code === 'PAYLOAD_TOO_LARGE' ? 'too-large' : '')]
    if (fault !== undefined) return fault
    if (failure.refusal !== 'evidence-kind') return failureText(failure)
    const found = foundIn(error)
    const stop = /[\u4e00-\u9fff]/.test(text.otherRemedy) ? '。' : '. '
    return `${text.found[found] ?? text.found['unknown'] ?? ''}${stop}${text.remedy[found] ?? text.otherRemedy}`
  }
}

function foundIn(error: unknown): string {
  const data = isRecord(error) && isRecord(error['data']) ? error['data'] : {}
  const params = isRecord(data['params']) ? data['params'] : {}
  return typeof params['found'] === 'string' ? params['found'] : 'unknown'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
