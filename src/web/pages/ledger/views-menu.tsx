import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import type { Layout } from './model/layout.ts'
import type { LedgerView } from './model/view.ts'
import { PART_COLUMNS, partFilter, type PartBy, partOf, type SavedView, savedFrom } from './model/views.ts'
import { useLedgerText } from './use-text.ts'

interface ViewsMenuProps {
  readonly view: LedgerView
  readonly layout: Layout
  readonly onFilters: (filters: LedgerView['filters']) => void
  readonly onSaved: (saved: SavedView) => void
}

const PARTS: readonly PartBy[] = ['unit', 'leader', 'aspect']

/** 总台账, 分台账 and the views one has kept: filters of the same rows. */
export function ViewsMenu({ view, layout, onFilters, onSaved }: ViewsMenuProps) {
  const { text } = useLedgerText()
  const element = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [by, setBy] = useState<PartBy | null>(null)
  const close = useCallback((): void => {
    setIsOpen(false)
    setBy(null)
  }, [])
  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && element.current?.contains(event.target) === false) close()
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [close])
  const part = partOf(view.filters)
  const label = part === null ? text.views.master : part === 'other' ? text.views.own : part.name
  return (
    <div className="menu views" ref={element} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <button
        type="button"
        className="button small"
        aria-label={text.views.label}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {label}
        <span aria-hidden="true">▾</span>
      </button>
      {isOpen ? (
        <div className="popover" role="group" aria-label={text.views.label}>
          <button
            type="button"
            className="choice"
            aria-pressed={part === null}
            onClick={() => {
              onFilters([])
              close()
            }}
          >
            {text.views.master}
          </button>
          {PARTS.map((each) => (
            <button
              key={each}
              type="button"
              className="choice"
              aria-expanded={by === each}
              onClick={() => setBy(by === each ? null : each)}
            >
              {text.views[each]}
            </button>
          ))}
          {by === null ? null : (
            <PartChoice
              by={by}
              plan={view.plan}
              onChoose={(name) => {
                onFilters([partFilter(by, name)])
                close()
              }}
            />
          )}
          <OwnViews
            view={view}
            layout={layout}
            onSaved={(saved) => {
              onSaved(saved)
              close()
            }}
          />
        </div>
      ) : null}
    </div>
  )
}

interface PartChoiceProps {
  readonly by: PartBy
  readonly plan: LedgerView['plan']
  readonly onChoose: (name: string) => void
}

/** The units, leaders or aspects there are. */
function PartChoice({ by, plan, onChoose }: PartChoiceProps) {
  const { text } = useLedgerText()
  const column = PART_COLUMNS[by]
  const values = useQuery({
    queryKey: ['ledger', 'parts', column, plan],
    queryFn: ({ signal }) => client.ledger.values({ view: { plan, filters: [], sort: [], groupBy: null }, column, search: '' }, { signal }),
  })
  const named = (values.data?.values ?? []).filter(({ value }) => value !== null)
  return (
    <select
      className="input"
      size={Math.min(10, Math.max(3, named.length))}
      aria-label={text.views.choose[by]}
      onChange={(event) => onChoose(event.target.value)}
    >
      {named.map(({ value, count }) => (
        <option key={value} value={value ?? ''}>
          {`${value} (${count})`}
        </option>
      ))}
      {values.data !== undefined && named.length === 0 ? <option disabled>{text.views.none}</option> : null}
    </select>
  )
}

/** The views one has kept, and a way to keep what is seen now. */
function OwnViews({ view, layout, onSaved }: Omit<ViewsMenuProps, 'onFilters'>) {
  const { text } = useLedgerText()
  const failureText = useFailureText()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const own = useQuery({ queryKey: ['ledger-views'], queryFn: () => client.ledger.views.list() })
  const refresh = () => cache.invalidateQueries({ queryKey: ['ledger-views'] })
  const onError = (error: unknown): void => tell('error', failureText(error))
  const save = useMutation({
    mutationFn: () => client.ledger.views.save(savedFrom(name.trim(), view, layout)),
    onSuccess: async ({ saved }) => {
      setName('')
      tell('done', text.views.saved(saved.name))
      await refresh()
    },
    onError,
  })
  const remove = useMutation({
    mutationFn: async ({ id }: { readonly id: string; readonly name: string }) => client.ledger.views.remove({ id }),
    onSuccess: async (_, removed) => {
      tell('done', text.views.removed(removed.name))
      await refresh()
    },
    onError,
  })
  return (
    <>
      <ul className="own" aria-label={text.views.own}>
        {(own.data?.items ?? []).map(({ id, saved }) => (
          <li key={id}>
            <button type="button" className="choice" onClick={() => onSaved(saved)}>
              {saved.name}
            </button>
            <button
              type="button"
              className="button quiet small"
              aria-label={text.views.remove(saved.name)}
              onClick={() => remove.mutate({ id, name: saved.name })}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <form
        className="keep"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '') save.mutate()
        }}
      >
        <input
          className="input"
          maxLength={60}
          placeholder={text.views.name}
          aria-label={text.views.name}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <button type="submit" className="button small" disabled={name.trim() === '' || save.isPending}>
          {text.views.save}
        </button>
      </form>
    </>
  )
}
