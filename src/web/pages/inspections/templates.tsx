import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { InspectionTemplate } from '#contract/inspection.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { TemplateForm } from './template-form.tsx'
import { useInspectionText } from './use-text.ts'
import './inspections.css'

/** 检查清单模板, changed without code. */
export function InspectionTemplates() {
  const text = useInspectionText()
  const [edited, setEdited] = useState<InspectionTemplate | 'new' | null>(null)
  const { data, error } = useQuery({ queryKey: ['inspection', 'templates'], queryFn: () => client.inspection.templates() })
  return (
    <div className="page insp">
      <PageTitle words={text.templatesTitle} />
      <header>
        <p>
          <Link to="/inspections">{text.back}</Link>
        </p>
        <h1>{text.templatesTitle}</h1>
        <p>{text.templatesIntro}</p>
      </header>
      <FailureNotice error={error} />
      <p>
        <button type="button" className="button primary" onClick={() => setEdited('new')}>
          {text.templateNew}
        </button>
      </p>
      <ul className="insp-cards">
        {data?.templates.map((template) => (
          <li key={template.id}>
            <p className="insp-line">
              <strong>{template.name}</strong>
              <span className="quiet">
                {[
                  text.itemCount(template.items.length),
                  ...(template.isRetired ? [text.retired] : []),
                  ...(template.version === 0 ? [text.fromPack] : []),
                ].join(' · ')}
              </span>
              <button type="button" className="button quiet small" onClick={() => setEdited(template)}>
                {text.edit}
              </button>
            </p>
            <p className="quiet">{template.words}</p>
            <ol>
              {template.items.map(({ words, lookAt }) => (
                <li key={words}>
                  {words} <span className="quiet">{lookAt}</span>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
      {edited === null ? null : <TemplateForm template={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  )
}
