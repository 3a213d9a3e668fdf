import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useLanguage } from '#web/_lib/language.ts'
import { DateEditor } from './date-editor.tsx'
import { sizeText } from './size-text.ts'
import { UnlinkDialog } from './unlink-dialog.tsx'
import { useEvidenceText } from './use-text.ts'

export type Item = Awaited<ReturnType<typeof client.evidence.get>>

interface FileRowProps {
  readonly item: Item
  readonly record: string
  readonly isFixed: boolean
}

/** Larger pictures are not shown small. */
const LARGEST_PICTURE = 12 * 1024 ** 2

/** One file of a record: name, size, its own date, what else it is evidence of. */
export function FileRow({ item, record, isFixed }: FileRowProps) {
  const text = useEvidenceText()
  const [asks, setAsks] = useState<'unlink' | 'date' | null>(null)
  const mine = item.links.findLast((link) => link.record.id === record)
  const others = item.links.filter((link) => link.record.id !== record && link.unlinked === null)
  const at = `/api/evidence/${item.id}/file`
  const isPicture = (item.kind === 'jpeg' || item.kind === 'png') && item.bytes <= LARGEST_PICTURE
  return (
    <li>
      {isPicture ? <img src={at} alt="" loading="lazy" /> : <span className="kind">{item.kind.toUpperCase()}</span>}
      <div>
        <a href={at} download className="name" lang="zh-CN" aria-label={text.downloadOf(item.name)}>
          {item.name}
        </a>
        <span className="quiet">
          {sizeText(item.bytes)} · {item.datedOn === null ? text.noDate : `${text.dated} ${item.datedOn}（${text.datedBy[item.datedBy]}）`}{' '}
          · {text.uploaded(item.uploadedBy, momentText(item.uploadedAt))}
        </span>
        {others.length === 0 ? null : <Others links={others} />}
        {mine?.unlinked == null ? null : (
          <span className="quiet">
            {text.unlinked(mine.unlinked.by, momentText(mine.unlinked.at))}：{mine.unlinked.reason}
          </span>
        )}
        {asks === 'date' ? <DateEditor item={item} onClose={() => setAsks(null)} /> : null}
      </div>
      {isFixed ? null : (
        <div className="acts">
          <button type="button" className="button quiet small" onClick={() => setAsks(asks === 'date' ? null : 'date')}>
            <Icon name="edit" />
            {text.setDate}
          </button>
          <button type="button" className="button quiet small danger" onClick={() => setAsks('unlink')}>
            {text.unlink}
          </button>
        </div>
      )}
      {asks === 'unlink' && mine !== undefined ? <UnlinkDialog name={item.name} link={mine.id} onClose={() => setAsks(null)} /> : null}
    </li>
  )
}

/** What else a file is evidence of: its reuse is to be seen. */
function Others({ links }: { readonly links: Item['links'] }) {
  const text = useEvidenceText()
  const isEnglish = useLanguage() === 'en'
  const { data } = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: Infinity })
  const titleOf = (id: string): string => {
    const register = data?.registers.find((each) => each.id === id)
    return (isEnglish && register?.titleEn) || register?.title || id
  }
  return (
    <span className="also">
      <Icon name="link" />
      {text.alsoOf}
      {links.map(({ id, record }) => (
        <Link key={id} to="/records/$recordId" params={{ recordId: record.id }}>
          {titleOf(record.register)} {record.occurredOn.from}
        </Link>
      ))}
    </span>
  )
}
