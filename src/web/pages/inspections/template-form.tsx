import { useState } from 'react'
import type { InspectionTemplate } from '#contract/inspection.ts'
import { FormDialog } from '#web/_components/form-dialog.tsx'
import { client } from '#web/_lib/client.ts'
import { useInspectionAct } from './use-act.ts'
import { useInspectionFailure, useInspectionText } from './use-text.ts'

const EMPTY = { words: '', lookAt: '' }

/** One template: its name, what it is for, what it looks at. */
export function TemplateForm({ template, onClose }: { readonly template: InspectionTemplate | null; readonly onClose: () => void }) {
  const text = useInspectionText()
  const failureText = useInspectionFailure()
  const [name, setName] = useState(template?.name ?? '')
  const [words, setWords] = useState(template?.words ?? '')
  const [items, setItems] = useState<InspectionTemplate['items']>(template?.items ?? [EMPTY])
  const [isRetired, setIsRetired] = useState(template?.isRetired ?? false)
  const save = useInspectionAct(() => {
    const written = { name, words, items: [...items], isRetired }
    return template === null
      ? client.inspection.addTemplate({ template: written })
      : client.inspection.changeTemplate({ id: template.id, version: template.version, template: written })
  }, onClose)
  const change = (index: number, some: Partial<typeof EMPTY>): void =>
    setItems(items.map((item, at) => (at === index ? { ...item, ...some } : item)))
  return (
    <FormDialog
      title={template?.name ?? text.templateNew}
      cancel={text.cancel}
      submit={text.save}
      wide
      act={save}
      failureText={failureText}
      onClose={onClose}
    >
      <label className="field">
        <span className="label">{text.templateName}</span>
        <input className="input" required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="field">
        <span className="label">{text.templateWords}</span>
        <input className="input" maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      <ol className="insp-items">
        {items.map((item, index) => (
          <li key={`item ${index}`} className="insp-pair">
            <input
              className="input"
              required
              maxLength={500}
              aria-label={`${text.item.words} ${index + 1}`}
              placeholder={text.item.words}
              value={item.words}
              onChange={(event) => change(index, { words: event.target.value })}
            />
            <input
              className="input"
              maxLength={500}
              aria-label={`${text.item.lookAt} ${index + 1}`}
              placeholder={text.item.lookAt}
              value={item.lookAt}
              onChange={(event) => change(index, { lookAt: event.target.value })}
            />
            {index === 0 ? null : (
              <button
                type="button"
                className="button quiet small"
                aria-label={`${text.up} ${index + 1}`}
                onClick={() => setItems([...items.slice(0, index - 1), item, ...items.slice(index - 1, index), ...items.slice(index + 1)])}
              >
                ↑
              </button>
            )}
            <button
              type="button"
              className="button quiet small"
              aria-label={`${text.remove} ${index + 1}`}
              disabled={items.length === 1}
              onClick={() => setItems(items.filter((_, at) => at !== index))}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <button type="button" className="button" onClick={() => setItems([...items, EMPTY])}>
        {text.addItem}
      </button>
      <label className="insp-line">
        <input type="checkbox" checked={isRetired} onChange={(event) => setIsRetired(event.target.checked)} />
        {text.retired}
      </label>
    </FormDialog>
  )
}
