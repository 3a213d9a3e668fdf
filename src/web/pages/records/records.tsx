import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { FilingMatrix } from '#web/_components/filing/filing-matrix.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { MomentForm } from '#web/_components/moment/moment-form.tsx'
import { MomentNotice } from '#web/_components/moment/moment-notice.tsx'
import { useMoment } from '#web/_components/moment/moment.ts'
import { PageTitle } from '#web/_components/page-title.tsx'
import { useLanguage } from '#web/_lib/language.ts'
import { useRegisters } from '#web/_lib/registers.ts'
import { useMay } from '#web/_lib/may.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { FilterBar } from './filter-bar.tsx'
import { LateSetting } from './late-setting.tsx'
import { RecordRows } from './record-rows.tsx'
import { SheetActs } from './sheet-acts.tsx'
import { useRecordsText } from './use-text.ts'
import { useWindow } from './use-window.ts'
import './records.css'

/** The records of a register: columns and filters from its definition, by windows however many there are. The address holds what is seen. */
export function Records() {
  const text = useRecordsText()
  const language = useLanguage()
  const failureText = useFailureText()
  const { registerId } = useParams({ from: '/framed/registers/$registerId' })
  const filters = useSearch({ from: '/framed/registers/$registerId' })
  const navigate = useNavigate({ from: '/registers/$registerId' })
  const mayImport = useMay('record:import')
  const { isPast } = useMoment()
  const { registers, error } = useRegisters()
  const shown = useWindow(registerId, filters)
  const register = registers?.get(registerId)
  const failed = error ?? shown.error
  if (failed !== null) return <p className="notice error records-note">{failureText(failed)}</p>
  if (registers === undefined) return <p className="records-note">{text.loading}</p>
  if (register === undefined) return <p className="notice error records-note">{text.noRegister}</p>
  const title = language === 'en' && register.titleEn !== '' ? register.titleEn : register.title
  return (
    <div className="records">
      <PageTitle words={title} />
      <header>
        <h1>
          <Link to="/registers">{text.registers}</Link> / {title}
        </h1>
        {register.isRetired ? <span className="tag">{text.retired}</span> : null}
        <span className="quiet" role="status">
          {shown.total === undefined ? text.loading : text.count(shown.total)}
        </span>
        <div className="acts">
          <MomentForm />
          <SheetActs register={register.id} filters={filters} mayImport={mayImport && !register.isRetired} />
          {register.isRetired || isPast ? null : (
            <Link to="/records/new" search={{ register: register.id }} className="button primary">
              <Icon name="plus" />
              {text.enter}
            </Link>
          )}
        </div>
        <MomentNotice />
      </header>
      <FilterBar
        register={register}
        filters={filters}
        names={shown.names}
        onChange={(changed) => void navigate({ search: changed, replace: true })}
      />
      <RecordRows
        register={register}
        filters={filters}
        shown={shown}
        onSort={(by) => {
          const isDown = filters.by === by ? filters.down === false : by === 'occurredOn' || by === 'enteredAt'
          void navigate({ search: { ...filters, by, down: isDown }, replace: true })
        }}
      />
      {register.filing === null ? null : <FilingMatrix register={register.id} />}
      <LateSetting />
    </div>
  )
}
