import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { LedgerColumn, LedgerEntry } from '#core/ledger/ledger.ts'
import { CommitmentEvidence } from '#web/_components/evidence/commitment-evidence.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { LightMark } from '#web/_components/light/light-mark.tsx'
import { client } from '#web/_lib/client.ts'
import { cellText } from '../model/cells.ts'
import { useLedgerText } from '../use-text.ts'
import { Excerpt } from './excerpt.tsx'

interface EntryPanelProps {
  readonly entry: LedgerEntry
  /** Whether the files behind it are what is asked for. */
  readonly isAboutEvidence: boolean
  readonly onClose: () => void
}

const shown: readonly LedgerColumn[] = [
  'indicator',
  'nature',
  'dueOn',
  'done',
  'evidence',
  'owed',
  'pace',
  'latestSafeDay',
  'arrears',
  'closure',
  'leaders',
  'leadOrgs',
  'supportingOrgs',
  'owners',
  'responsibility',
  'dispatch',
  'aspect',
  'finding',
  'measure',
  'remark',
]

/** One entry with its sentence where it stands in the document. */
export function EntryPanel({ entry, isAboutEvidence, onClose }: EntryPanelProps) {
  const { text, ...cells } = useLedgerText()
  const { planId } = entry
  const plan = useQuery({ queryKey: ['plan', planId], queryFn: () => client.plan.get({ planId }), staleTime: 60_000 })
  return (
    <aside className="panel" aria-label={text.panel.label} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <header>
        <span className="ref">{entry.ref}</span>
        <span className={`state state-${entry.state}`}>{cells.words.state[entry.state]}</span>
        {entry.standing === null ? null : <LightMark light={entry.standing.light} />}
        <button type="button" className="button quiet small" aria-label={text.panel.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div className="inside">
        <h2>{text.panel.context}</h2>
        {plan.data === undefined ? <blockquote lang="zh-CN">{entry.sentence}</blockquote> : <Excerpt view={plan.data} id={entry.id} />}
        <Link to="/commitments/$id" params={{ id: entry.id }} className="button small">
          <Icon name="link" />
          {text.panel.commitment}
        </Link>
        <Link to="/plans/$planId" params={{ planId }} hash={entry.id} className="button small">
          <Icon name="link" />
          {text.panel.inPlan}
        </Link>
        {entry.evidence === 0 ? null : (
          <details key={`${entry.id} ${String(isAboutEvidence)}`} open={isAboutEvidence}>
            <summary>{text.panel.evidence(entry.evidence)}</summary>
            <CommitmentEvidence commitment={entry.id} />
          </details>
        )}
        <dl>
          {shown.map((column) => {
            const words = cellText(entry, column, cells)
            return words === '' ? null : (
              <div key={column}>
                <dt>{text.column[column]}</dt>
                <dd>{words}</dd>
              </div>
            )
          })}
        </dl>
      </div>
    </aside>
  )
}
