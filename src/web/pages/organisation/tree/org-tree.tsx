import { type KeyboardEvent, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { usePage } from '../context.ts'
import type { ShownOrg } from '../model/directory.ts'
import { useOrganisationText } from '../use-text.ts'
import { firstOpen, moveFocus, visibleRows } from './rows.ts'

interface OrgTreeProps {
  readonly selected: string | null
  /** Orgs to show; null: all. */
  readonly only: ReadonlySet<string> | null
}

/** 机构树: arrow keys move, open and close; Enter shows. */
export function OrgTree({ selected, only }: OrgTreeProps) {
  const text = useOrganisationText()
  const { directory, show } = usePage()
  const [opened, setOpened] = useState(() => firstOpen(directory, selected))
  const [focused, setFocused] = useState<string | null>(selected)
  const element = useRef<HTMLUListElement>(null)
  const rows = visibleRows(directory, opened, only)
  const stop = rows.some(({ org }) => org.id === focused) ? focused : (rows[0]?.org.id ?? null)
  const toggle = (id: string, isOpen: boolean): void => {
    setOpened((known) => new Set(isOpen ? [...known, id] : [...known].filter((each) => each !== id)))
  }
  const focus = (id: string): void => {
    setFocused(id)
    element.current?.querySelector<HTMLElement>(`[data-org="${id}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moveFocus(rows, stop, event.key)
    if (move === null) return
    event.preventDefault()
    if (move.kind === 'focus') focus(move.id)
    else if (move.kind === 'toggle') toggle(move.id, move.isOpen)
    else show({ kind: 'org', id: move.id })
  }
  return (
    <ul className="tree" role="tree" aria-label={text.tree} ref={element} onKeyDown={onKeyDown}>
      {rows.map(({ org, level, isOpen }) => (
        <li
          key={org.id}
          role="treeitem"
          data-org={org.id}
          aria-level={level}
          aria-selected={org.id === selected}
          aria-expanded={isOpen ?? undefined}
          tabIndex={org.id === stop ? 0 : -1}
          style={{ paddingInlineStart: `${(level - 1) * 18 + 6}px` }}
          onFocus={() => setFocused(org.id)}
          onClick={() => show({ kind: 'org', id: org.id })}
        >
          <button
            type="button"
            className="fold"
            tabIndex={-1}
            aria-hidden="true"
            hidden={isOpen === null}
            onClick={(event) => {
              event.stopPropagation()
              toggle(org.id, isOpen !== true)
            }}
          >
            <Icon name={isOpen === true ? 'down' : 'right'} />
          </button>
          <span className={`dot ${org.kind}`} aria-hidden="true" />
          <span className="name" lang="zh-CN">
            {org.name}
          </span>
          <HeadName org={org} />
        </li>
      ))}
    </ul>
  )
}

function HeadName({ org }: { readonly org: ShownOrg }) {
  const { directory } = usePage()
  const head = directory.postsOf(org.id).find(({ isHead }) => isHead)
  const names = head?.holders.map(({ person }) => person.name).join('、') ?? ''
  return names === '' ? null : (
    <span className="head-name" lang="zh-CN">
      {names}
    </span>
  )
}
