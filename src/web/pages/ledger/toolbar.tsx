import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { MomentForm } from '#web/_components/moment/moment-form.tsx'
import { useMoment } from '#web/_components/moment/moment.ts'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { ColumnsMenu } from './columns-menu.tsx'
import type { Layout } from './model/layout.ts'
import { type LedgerView, refiltered, withDrafts } from './model/view.ts'
import type { SavedView } from './model/views.ts'
import { ViewsMenu } from './views-menu.tsx'
import { useLedgerText } from './use-text.ts'

interface ToolbarProps {
  readonly view: LedgerView
  readonly total: number | null
  readonly layout: Layout
  readonly onView: (view: LedgerView) => void
  readonly onLayout: (layout: Layout) => void
  readonly onSaved: (saved: SavedView) => void
}

/** Plan, count, grouping, columns and export. */
export function Toolbar({ view, total, layout, onView, onLayout, onSaved }: ToolbarProps) {
  const { text } = useLedgerText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const { asked } = useMoment()
  const plans = useQuery({ queryKey: ['plans', 'list', asked], queryFn: () => client.plan.list(asked) })
  const exported = useMutation({
    mutationFn: () => client.ledger.export({ view, columns: layout.columns.filter(({ hidden }) => !hidden).map(({ column }) => column) }),
    onSuccess: (file) => {
      download(file, file.name)
      tell('done', text.exported(file.name))
    },
    onError: (error) => tell('error', failureText(error)),
  })
  const showsDrafts = view.filters.some(({ column }) => column === 'state')
  return (
    <header className="toolbar">
      <h1>{text.title}</h1>
      <select
        className="input"
        aria-label={text.plan}
        value={view.plan ?? ''}
        onChange={(event) => void navigate({ to: '/ledger', search: event.target.value === '' ? {} : { plan: event.target.value } })}
      >
        <option value="">{text.allPlans}</option>
        {(plans.data?.items ?? []).map(({ id, title, fileName }) => (
          <option key={id} value={id}>
            {title === '' ? fileName : title}
          </option>
        ))}
      </select>
      <ViewsMenu view={view} layout={layout} onFilters={(filters) => onView({ ...view, filters })} onSaved={onSaved} />
      <MomentForm />
      <span className="total" role="status">
        {total === null ? text.loading : text.total(total)}
      </span>
      <label className="toggle">
        <input
          type="checkbox"
          checked={showsDrafts}
          onChange={() => onView({ ...view, filters: refiltered(view.filters, 'state', showsDrafts ? [] : [withDrafts]) })}
        />
        {text.drafts}
      </label>
      <label className="grouping">
        {text.groupBy}
        <select
          className="input"
          value={view.groupBy ?? 'none'}
          onChange={(event) => {
            const groupBy = keysOf(text.group).find((key) => key === event.target.value) ?? 'none'
            onView({ ...view, groupBy: groupBy === 'none' ? null : groupBy })
          }}
        >
          {keysOf(text.group).map((key) => (
            <option key={key} value={key}>
              {text.group[key]}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button small"
        aria-pressed={layout.compact}
        onClick={() => onLayout({ ...layout, compact: !layout.compact })}
      >
        {layout.compact ? text.rows.compact : text.rows.full}
      </button>
      <Link to="/legend" className="button quiet small">
        {text.legend}
      </Link>
      <ColumnsMenu layout={layout} onLayout={onLayout} />
      <button type="button" className="button primary small" disabled={exported.isPending || total === 0} onClick={() => exported.mutate()}>
        <Icon name="download" />
        {exported.isPending ? text.exporting : text.export}
      </button>
    </header>
  )
}
