import { useMemo, useState } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { tell } from '#web/_lib/toast.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { type OpenForm, OrganisationContext, type Shown } from './context.ts'
import { Forms } from './dialogs/forms.tsx'
import { GroupDetail } from './detail/group-detail.tsx'
import { OrgDetail } from './detail/org-detail.tsx'
import { EmptyPage } from './empty-page.tsx'
import { ImportDialog } from './import/import-dialog.tsx'
import { directoryOf } from './model/directory.ts'
import { PlanNames } from './names/plan-names.tsx'
import { SidePane } from './side-pane.tsx'
import { type OrganisationView, useRunAct } from './use-organisation.ts'
import { useOrganisationText } from './use-text.ts'

interface OrganisationPageProps {
  readonly view: OrganisationView
  readonly shown: Shown
  readonly isToday: boolean
  readonly onShow: (shown: Shown) => void
  /** Another day to look at; null: today. */
  readonly onDay: (day: string | null) => void
}

/** Tree left, details right; on a phone one after the other. */
export function OrganisationPage({ view, shown, isToday, onShow, onDay }: OrganisationPageProps) {
  const text = useOrganisationText()
  const failureText = useFailureText()
  const { organisation, asOf, version } = view
  const directory = useMemo(() => directoryOf(organisation), [organisation])
  const { run, isBusy } = useRunAct(version)
  const [form, setForm] = useState<OpenForm | null>(null)
  const [imports, setImports] = useState(false)
  const page = useMemo(() => ({ directory, asOf, run, isBusy, open: setForm, show: onShow }), [directory, asOf, run, isBusy, onShow])
  const roster = async (): Promise<void> => {
    try {
      const file = await client.organisation.template()
      download(file, file.name)
    } catch (error) {
      tell('error', failureText(error))
    }
  }
  const isEmpty = organisation.orgs.length === 0 && isToday
  const inPost = new Set(organisation.holdings.map(({ person }) => person)).size
  const group = shown?.kind === 'group' ? organisation.groups.find(({ id }) => id === shown.id) : undefined
  const org = shown?.kind === 'org' ? directory.orgs.get(shown.id) : undefined
  return (
    <OrganisationContext value={page}>
      <div className={`organisation ${shown === null ? 'shows-tree' : 'shows-detail'}`}>
        <PageTitle words={text.title} />
        <header className="organisation-head">
          <h1>{text.title}</h1>
          {isEmpty ? null : <span className="quiet">{text.counts(organisation.orgs.length, inPost)}</span>}
          <label className="as-of">
            {text.asOf}
            <input
              className="input"
              type="date"
              value={asOf}
              onChange={(event) => event.target.value !== '' && onDay(event.target.value)}
            />
          </label>
          {isToday ? null : (
            <button type="button" className="button small" onClick={() => onDay(null)}>
              {text.today}
            </button>
          )}
          <div className="acts">
            {isEmpty ? null : (
              <Only may="organisation:edit">
                <button type="button" className="button small" onClick={() => setForm({ kind: 'addOrg', parent: org?.id ?? null })}>
                  <Icon name="plus" />
                  {text.org.add}
                </button>
                <button type="button" className="button small" onClick={() => setImports(true)}>
                  <Icon name="upload" />
                  {text.import}
                </button>
                <button type="button" className="button small" onClick={() => void roster()}>
                  <Icon name="download" />
                  {text.download}
                </button>
              </Only>
            )}
          </div>
        </header>
        {isToday ? null : <p className="notice warning past">{text.notToday(asOf)}</p>}
        {isEmpty ? (
          <EmptyPage onImport={() => setImports(true)} onTemplate={() => void roster()} />
        ) : (
          <div className="panes">
            <SidePane shown={shown} />
            <div className="side">
              <button type="button" className="button quiet small to-tree" onClick={() => onShow(null)}>
                <Icon name="left" />
                {text.back}
              </button>
              {shown?.kind === 'names' ? (
                <Only may="organisation:names">
                  <PlanNames />
                </Only>
              ) : null}
              {group === undefined ? null : <GroupDetail group={group} />}
              {org === undefined ? null : <OrgDetail org={org} />}
              {shown?.kind === 'names' || group !== undefined || org !== undefined ? null : <p className="pick">{text.pick}</p>}
            </div>
          </div>
        )}
        {form === null ? null : <Forms form={form} onClose={() => setForm(null)} />}
        {imports ? <ImportDialog asOf={asOf} onTemplate={() => void roster()} onClose={() => setImports(false)} /> : null}
      </div>
    </OrganisationContext>
  )
}
