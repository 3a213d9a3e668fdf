import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { Months } from './months.tsx'
import { useTimetableText } from './use-text.ts'
import './timetable.css'

const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }

/** 时间表 of a year, narrowed to a unit or a leading post. */
export function Timetable() {
  const text = useTimetableText()
  const failureText = useFailureText()
  const navigate = useNavigate()
  const asked = useSearch({ from: '/framed/timetable' })
  const { data, error } = useQuery({ queryKey: ['timetable', asked], queryFn: () => client.timetable.get(asked) })
  const thisYear = Number(data?.today.slice(0, 4) ?? 0)
  const whose = { ...asked, year: data?.year ?? thisYear }
  const units = useQuery({ queryKey: ['timetable', 'units'], queryFn: () => client.ledger.counts({ view, by: 'leadOrgs' }) })
  const leaders = useQuery({ queryKey: ['timetable', 'leaders'], queryFn: () => client.ledger.counts({ view, by: 'leaders' }) })
  const exported = useMutation({ mutationFn: () => client.timetable.export(whose), onSuccess: (file) => download(file, file.name) })
  const choose = (change: { readonly year?: number; readonly unit?: string; readonly leader?: string }): void => {
    // the year stays out of the address until it is chosen or known
    const next = { ...asked, ...change }
    void navigate({
      to: '/timetable',
      search: {
        ...(next.year === undefined ? {} : { year: next.year }),
        ...(next.unit ? { unit: next.unit } : {}),
        ...(next.leader ? { leader: next.leader } : {}),
      },
    })
  }
  const failure = error ?? exported.error
  return (
    <div className="timetable">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p className="quiet">{text.intro}</p>
        {data === undefined ? null : (
          <Choice
            label={text.year}
            value={String(whose.year)}
            options={[thisYear - 1, thisYear, thisYear + 1].map((year) => ({ value: String(year), words: text.yearOf(year) }))}
            onChoose={(year) => choose({ year: Number(year) })}
          />
        )}
        <Choice
          label={text.unit}
          value={whose.unit ?? ''}
          options={optionsOf(text.all, units.data?.groups)}
          onChoose={(unit) => choose({ unit })}
        />
        <Choice
          label={text.leader}
          value={whose.leader ?? ''}
          options={optionsOf(text.all, leaders.data?.groups)}
          onChoose={(leader) => choose({ leader })}
        />
        <button type="button" className="button" disabled={data === undefined || exported.isPending} onClick={() => exported.mutate()}>
          {text.export}
        </button>
      </header>
      <FailureNotice error={failure} words={failureText} />
      {data === undefined ? (
        <p className="quiet">{text.loading}</p>
      ) : (
        <>
          <p className="quiet">{data.total === 0 ? text.none : text.shown(data.rows.length, data.total)}</p>
          {data.total === 0 ? null : <Months rows={data.rows} />}
        </>
      )}
    </div>
  )
}

interface Option {
  readonly value: string
  readonly words: string
}

function optionsOf(all: string, groups: readonly { readonly name: string }[] | undefined): readonly Option[] {
  const names = (groups ?? []).map(({ name }) => name).filter((name) => name !== '')
  return [{ value: '', words: all }, ...names.toSorted().map((name) => ({ value: name, words: name }))]
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChoose: (value: string) => void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select className="input" value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </label>
  )
}
