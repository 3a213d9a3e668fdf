import { Link } from '@tanstack/react-router'
import type { ClosureView } from '#contract/closure.ts'
import { useMay } from '#web/_lib/may.ts'
import { PathLink, pathTo } from '#web/_components/path-link.tsx'
import { stageWords } from './stage-words.ts'
import { useClosureText } from './use-text.ts'

const SHOWN = 8

/** 销号之前还缺: each gap in words, and where it is mended. */
export function Gaps({ view }: { readonly view: ClosureView }) {
  const text = useClosureText()
  const { missing, may } = view
  return (
    <div>
      <p className="quiet">{text.missing}</p>
      <ul className="closure-missing">
        {missing.slice(0, SHOWN).map((gap, index) => (
          <li key={`${gap.code}-${String(index)}`}>
            {text.gaps[gap.code]({ ...gap.params, period: periodOf(gap, text) })} <Mend gap={gap} view={view} />
          </li>
        ))}
        {missing.length > SHOWN ? <li>{text.more(missing.length - SHOWN)}</li> : null}
      </ul>
      {may.ask ? <p className="quiet">{text.askAfter}</p> : null}
    </div>
  )
}

type Gap = ClosureView['missing'][number]

function periodOf({ params: { period = '', from, to } }: Gap, text: ReturnType<typeof useClosureText>): string {
  if (from === undefined) return ''
  return stageWords({ stage: period, period: { from, to: to ?? null } }, text)
}

/** Where a gap is mended, for who may; whose it is to mend, for everybody else. */
function Mend({ gap: { code, params }, view: { plan, commitment } }: { readonly gap: Gap; readonly view: ClosureView }) {
  const text = useClosureText()
  const mayConfirm = useMay('plan:confirm')
  const mayDefine = useMay('counting:define')
  switch (code) {
    case 'not-confirmed':
      return mayConfirm ? (
        <Link to="/plans/$planId" params={{ planId: plan }}>
          {text.mend.confirm}
        </Link>
      ) : (
        <span className="quiet">{text.byOffice}</span>
      )
    case 'needs-definition':
    case 'no-occurrence':
      return mayDefine ? (
        <Link to="/plans/$planId/counting" params={{ planId: plan }}>
          {text.mend.define}
        </Link>
      ) : (
        <span className="quiet">{text.byOffice}</span>
      )
    case 'not-met':
      return <PathLink href={pathTo('/records/new', { commitment })}>{text.mend.enter}</PathLink>
    case 'no-evidence':
      return params['record'] === undefined ? null : (
        <Link to="/records/$recordId" params={{ recordId: params['record'] }}>
          {text.mend.prove}
        </Link>
      )
    case 'difference-open':
      return <Link to="/reconciliations">{text.mend.settle}</Link>
  }
}
