import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProgressView } from '#contract/progress.ts'
import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { ProgressUpdate } from '#core/progress/progress.ts'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { PromptDialog } from './prompt-dialog.tsx'
import { useCourseFailure, useCourseText } from './use-text.ts'
import './course.css'

/** 进展情况: what records say of the quarter, and what was written. */
export function ProgressPanel({ commitment }: { readonly commitment: CommitmentId }) {
  const text = useCourseText()
  const failureText = useCourseFailure()
  const { data, error } = useQuery({ queryKey: ['progress', commitment], queryFn: () => client.progress.ofCommitment({ commitment }) })
  const [writing, setWriting] = useState<ProgressUpdate | 'new' | null>(null)
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  const { need, recordCount, records, orgs, updates } = data
  const mayWrite = orgs.length > 0 && need !== 'over'
  return (
    <div className="course">
      <p className={need === 'asked' ? 'notice warning' : 'quiet'}>
        {`${text.progress.quarter(data.year, data.quarter)}：${text.progress.need[need](recordCount)}`}
      </p>
      {records.length === 0 ? null : (
        <ul className="course-steps">
          {records.map(({ id, words }) => (
            <li key={id} lang="zh-CN">
              <Link to="/records/$recordId" params={{ recordId: id }}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <ul className="course-items">
        {updates
          .filter(({ isStanding }) => isStanding)
          .map((update) => (
            <Written
              key={update.id}
              update={update}
              earlier={updates.filter((each) => each.id === update.id && !each.isStanding)}
              onChange={mayWrite && orgs.some(({ id }) => id === update.org) ? () => setWriting(update) : null}
            />
          ))}
      </ul>
      {mayWrite ? (
        <p>
          <button type="button" className="button" onClick={() => setWriting('new')}>
            {need === 'asked' ? text.progress.write : text.progress.add}
          </button>
        </p>
      ) : null}
      {writing === null ? null : <Write view={data} commitment={commitment} update={writing} onClose={() => setWriting(null)} />}
    </div>
  )
}

interface WrittenProps {
  readonly update: ProgressUpdate
  readonly earlier: readonly ProgressUpdate[]
  readonly onChange: (() => void) | null
}

function Written({ update, earlier, onChange }: WrittenProps) {
  const { progress: text } = useCourseText()
  return (
    <li>
      <p className="course-line quiet">
        <strong>{text.quarter(update.year, update.quarter)}</strong>
        <span lang="zh-CN">{update.orgName}</span>
        <span>{text.by(update.by, momentText(update.at))}</span>
        {update.revision > 1 ? <span>{text.revision(update.revision)}</span> : null}
        {onChange === null ? null : (
          <button type="button" className="button quiet small" onClick={onChange}>
            {text.rewrite}
          </button>
        )}
      </p>
      <p className="course-words" lang="zh-CN">
        {update.words}
      </p>
      {earlier.length === 0 ? null : (
        <details>
          <summary>{text.earlier}</summary>
          {earlier.map(({ revision, words, by, at }) => (
            <p key={revision} lang="zh-CN">
              <span className="quiet">{text.by(by, momentText(at))}</span> {words}
            </p>
          ))}
        </details>
      )}
    </li>
  )
}

interface WriteProps {
  readonly view: ProgressView
  readonly commitment: CommitmentId
  readonly update: ProgressUpdate | 'new'
  readonly onClose: () => void
}

function Write({ view, commitment, update, onClose }: WriteProps) {
  const text = useCourseText()
  const { orgs, updates } = view
  const { year, quarter } = update === 'new' ? view : update
  const first = update === 'new' ? (orgs[0]?.id ?? '') : update.org
  return (
    <PromptDialog
      title={`${text.progress.title} · ${text.progress.quarter(year, quarter)}`}
      fields={[
        {
          name: 'org',
          label: text.org,
          kind: 'choice',
          start: first,
          options: orgs.filter(({ id }) => update === 'new' || id === update.org).map(({ id, name }) => ({ value: id, label: name })),
        },
        { name: 'words', label: text.progress.words, kind: 'words', start: update === 'new' ? '' : update.words },
      ]}
      send={({ org = '', words = '' }) => {
        const standing = updates.find((each) => each.isStanding && each.org === org && each.year === year && each.quarter === quarter)
        return client.progress.write({ commitment, org, year, quarter, revision: standing?.revision ?? 0, words })
      }}
      onClose={onClose}
    />
  )
}
