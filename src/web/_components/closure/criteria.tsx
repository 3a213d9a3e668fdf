import { useState } from 'react'
import type { ClosureView } from '#contract/closure.ts'
import { WordsDialog } from '#web/_components/words-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useMay } from '#web/_lib/may.ts'
import { useClosureFailure, useClosureText } from './use-text.ts'

/** 销号标准 in the words of a person; the office is asked for them until somebody has said. */
export function Criteria({ view }: { readonly view: ClosureView }) {
  const text = useClosureText()
  const mayConfigure = useMay('closure:configure')
  const [isOpen, setOpen] = useState(false)
  const { criteria } = view
  // what is over is asked nothing
  if (criteria === '' && (!mayConfigure || view.state === 'closed' || view.state === 'terminated')) return null
  return (
    <div className="closure-line">
      {criteria === '' ? (
        <span className="quiet">{text.noCriteria}</span>
      ) : (
        <span>
          <strong>{text.criteria}</strong> <span lang="zh-CN">{criteria}</span>
        </span>
      )}
      {mayConfigure ? (
        <button type="button" className="button quiet small" onClick={() => setOpen(true)}>
          {criteria === '' ? text.setCriteria : text.changeCriteria}
        </button>
      ) : null}
      {isOpen ? <CriteriaDialog view={view} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function CriteriaDialog({ view: { commitment, criteria, criteriaVersion }, onClose }: DialogProps) {
  const text = useClosureText()
  return (
    <WordsDialog
      title={text.setCriteria}
      hint={text.criteriaHint}
      label={text.criteria}
      initial={criteria}
      most={2000}
      cancel={text.cancel}
      submit={text.confirm}
      noun="closures"
      send={(words) => client.closure.setCriteria({ commitment, version: criteriaVersion, words })}
      failureText={useClosureFailure()}
      onClose={onClose}
    />
  )
}

interface DialogProps {
  readonly view: ClosureView
  readonly onClose: () => void
}
