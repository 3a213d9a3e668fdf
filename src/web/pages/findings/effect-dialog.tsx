import type { FindingView } from '#contract/finding.ts'
import { WordsDialog } from '#web/_components/words-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useFindingsFailure, useFindingsText } from './use-text.ts'

interface EffectProps {
  readonly finding: FindingView
  readonly onClose: () => void
}

/** 整改成效 in the leader's own words. */
export function EffectDialog({ finding: { planId, key, version, effect }, onClose }: EffectProps) {
  const text = useFindingsText()
  return (
    <WordsDialog
      title={text.stateEffect}
      hint={text.stateHint}
      label={text.words}
      initial={effect?.words ?? ''}
      most={4000}
      cancel={text.cancel}
      submit={text.confirm}
      noun="findings"
      send={(words) => client.finding.state({ planId, finding: key, version, words })}
      failureText={useFindingsFailure()}
      onClose={onClose}
    />
  )
}
