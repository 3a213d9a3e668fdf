import { Input, Select } from 'antd'
import { useState } from 'react'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import { covers, type Span } from '#core/text/span.ts'
import { client } from '#web/_lib/client.ts'
import { usePlanText } from '../../context.ts'
import { blankDraft, changesBetween, numberTrouble } from '../../model/reading-draft.ts'
import type { PlanClause, PlanView } from '../../model/view.ts'
import type { FormProps } from './forms.tsx'
import { namesIn } from './names-in.ts'
import { ReadingFields } from './reading-fields.tsx'
import { Sheet } from './sheet.tsx'
import { useFormText } from './use-form-text.ts'

interface AddFormProps extends FormProps {
  readonly span: Span | null
  readonly near: CommitmentId | null
}

/** 增补: from selected text, or in the person's own words. */
export function AddForm({ view, run, isBusy, onClose, span, near }: AddFormProps) {
  const text = useFormText()
  const { text: pageText } = usePlanText()
  const selected = span === null ? '' : view.document.text.slice(span.start, span.end).trim()
  const [words, setWords] = useState(selected)
  const [clause, setClause] = useState(() => clauseFor(view, span, near)?.id ?? null)
  const [draft, setDraft] = useState(blankDraft)
  const add = async (): Promise<void> => {
    if (clause === null) return
    const changes = changesBetween(blankDraft, draft)
    const isDone = await run(
      () => client.commitment.add({ planId: view.plan.id, clause, span, text: words, changes }),
      () => pageText.done.added,
    )
    if (isDone) onClose()
  }
  return (
    <Sheet
      title={text.add}
      submit={text.save}
      canSubmit={clause !== null && words.trim() !== '' && numberTrouble(draft) === null}
      isBusy={isBusy}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      {span === null ? (
        <label className="labelled wide">
          {text.ownWords}
          <Input.TextArea
            autoFocus
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
      ) : (
        <blockquote className="quoted" lang="zh-CN">
          {selected}
        </blockquote>
      )}
      <label className="labelled wide">
        {text.clause}
        <Select
          showSearch
          optionFilterProp="label"
          value={clause}
          options={bearers(view).map(({ id, marker, title }) => ({ value: id, label: `${marker}${title}` }))}
          onChange={setClause}
        />
      </label>
      <ReadingFields draft={draft} onChange={setDraft} original={null} names={namesIn(view)} />
    </Sheet>
  )
}

/** Clauses that a commitment may be added to. */
function bearers({ clauses }: PlanView): readonly PlanClause[] {
  return clauses.filter(({ kind, title }) => kind !== 'part' && kind !== 'responsibility' && title !== '')
}

/** The smallest clause around the selection, else that of the commitment in focus. */
function clauseFor(view: PlanView, span: Span | null, near: CommitmentId | null): PlanClause | undefined {
  const beside = view.commitments.find(({ id }) => id === near)?.clause
  if (span === null) return view.clauses.find(({ id }) => id === beside) ?? bearers(view)[0]
  const around = bearers(view).filter((clause) => covers(clause.span, span))
  return around.toSorted((a, b) => size(a) - size(b))[0] ?? bearers(view)[0]
}

function size({ span }: PlanClause): number {
  return span.end - span.start
}
