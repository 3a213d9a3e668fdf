import { Link } from '@tanstack/react-router'
import { meaningOf } from '#web/_components/teach/meaning.ts'
import { useTeachText } from '#web/_components/teach/use-teach-text.ts'
import { useRegisters } from '#web/_lib/registers.ts'
import { useReadingWords } from '#web/_words/reading/words.ts'
import type { Text } from './text.zh.ts'
import type { ListedRule } from './use-acts.ts'

interface RuleTableProps {
  readonly rules: readonly ListedRule[]
  readonly text: Text
  readonly onChange: (rule: ListedRule) => void
  readonly onSwitch: (rule: ListedRule) => void
  readonly onRemove: (rule: ListedRule) => void
}

/** Each rule with what it means, who kept it on which sentence, and where it was used. */
export function RuleTable({ rules, text, onChange, onSwitch, onRemove }: RuleTableProps) {
  const teach = useTeachText()
  const words = useReadingWords()
  const { registers } = useRegisters()
  return (
    <table>
      <thead>
        <tr>
          {(['phrase', 'means', 'made', 'used', 'state', 'acts'] as const).map((column) => (
            <th key={column} scope="col">
              {text.column[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} className={rule.isOn && rule.removed === null ? '' : 'off'}>
            <th scope="row" lang="zh-CN">
              {rule.phrase}
              {rule.example === '' ? null : <small className="quiet">{rule.example}</small>}
            </th>
            <td data-label={text.column.means}>
              <span className="tag">{teach.kind[rule.teaches.kind]}</span> {meaningOf(rule.teaches, teach, words, registers)}
            </td>
            <td data-label={text.column.made}>
              {rule.madeBy} <span className="quiet">{rule.madeOn}</span>
            </td>
            <td data-label={text.column.used}>
              <Used used={rule.used} text={text} />
            </td>
            <td data-label={text.column.state}>
              {rule.removed !== null ? text.removed(rule.removed.by, rule.removed.because) : rule.isOn ? text.on : text.off}
            </td>
            <td>
              {rule.removed !== null ? null : (
                <span className="acts">
                  <button type="button" className="button small" onClick={() => onChange(rule)}>
                    {text.change}
                  </button>
                  <button type="button" className="button small" onClick={() => onSwitch(rule)}>
                    {rule.isOn ? text.switchOff : text.switchOn}
                  </button>
                  <button type="button" className="button small quiet" onClick={() => onRemove(rule)}>
                    {text.remove}
                  </button>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Used({ used, text }: { readonly used: ListedRule['used']; readonly text: Text }) {
  const times = used.reduce((sum, { uses }) => sum + uses, 0)
  if (times === 0) return <span className="quiet">{text.used(0, 0)}</span>
  return (
    <details>
      <summary>{text.used(times, used.length)}</summary>
      <ul>
        {used.map(({ plan, title, quotes }) => (
          <li key={plan}>
            <Link to="/plans/$planId" params={{ planId: plan }}>
              {title}
            </Link>
            {quotes.map((quote) => (
              <small key={quote} className="quiet" lang="zh-CN">
                {quote}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
