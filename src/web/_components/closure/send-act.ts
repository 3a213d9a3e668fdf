import type { ClosureView } from '#contract/closure.ts'
import type { EvidenceId } from '#core/evidence/evidence.ts'
import { client } from '#web/_lib/client.ts'
import type { ActWords, ClosureAct } from './act-dialog.tsx'

/** Does what was asked for, on the version that was seen. */
export async function sendAct(
  act: ClosureAct,
  view: ClosureView,
  { note, demands, day, signer }: ActWords,
  evidence: readonly EvidenceId[],
): Promise<unknown> {
  const { commitment, stage, version, pinned } = view
  const about = { id: view.id ?? '', version }
  switch (act) {
    case 'close':
      return client.closure.ask({ commitment, stage, version, note })
    case 'agree':
      return client.closure.agree({ items: [{ ...about, pinned }], note })
    case 'return':
      return client.closure.sendBack({ ...about, note, demands: linesOf(demands) })
    case 'signer':
      return client.closure.addSigner({ ...about, account: signer, note })
    case 'meeting':
      return client.closure.meeting({ ...about, heldOn: day, minutes: note, evidence: [...evidence], pinned })
    case 'withdraw':
      return client.closure.withdraw(about)
    case 'reopen':
      return client.closure.reopen({ ...about, note })
  }
}

function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}
