import type { ChangeView } from '#contract/change.ts'
import { useCourseText } from './use-text.ts'

/** What is asked for, beside what held when it was. */
export function Proposal({
  proposal: { asked, due, wording, value },
  unit,
}: {
  readonly proposal: ChangeView['proposal']
  readonly unit: string
}) {
  const { change: text } = useCourseText()
  switch (asked.kind) {
    case 'extension':
      return (
        <p className="course-line">
          {due === null ? null : <del>{due}</del>}
          <strong>{text.to(asked.due)}</strong>
        </p>
      )
    case 'amendment':
      return (
        <div lang="zh-CN">
          <p>
            {text.before}：<del>{wording}</del>
          </p>
          <p>
            {text.after}：{asked.wording}
          </p>
          {asked.value === null ? null : <p>{text.value(value ?? '—', asked.value, unit)}</p>}
        </div>
      )
    case 'termination':
      return <p className="quiet">{text.basis}</p>
  }
}
