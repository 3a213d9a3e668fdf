import type { InspectionForecast } from '#contract/inspection.ts'
import { BurdenTable } from './burden-table.tsx'
import { daysText } from './days-text.ts'
import { useInspectionText } from './use-text.ts'

/** 占用测算: what a plan asks with everything else of the year, and who else asks the same. */
export function Forecast({ forecast: { own, year, clashes, beyond } }: { readonly forecast: InspectionForecast }) {
  const text = useInspectionText()
  const minutes = own.reduce((sum, each) => sum + each.minutes, 0)
  const isClear = clashes.length === 0 && !beyond.year && beyond.units.length === 0
  return (
    <section>
      <h2>{text.forecast}</h2>
      <p>{text.forecastOwn(text.minutes(minutes), own.length)}</p>
      {isClear ? <p className="quiet">✓ {text.noClash}</p> : null}
      {isClear ? null : (
        <ul className="notice insp-clashes">
          {clashes.map((clash) => (
            <li key={`${clash.kind} ${clash.org} ${clash.inspection}`}>
              ⚠{' '}
              {(clash.kind === 'same-weeks' ? text.sameWeeks : text.sameTopic)(clash.orgName, clash.title, daysText(clash.from, clash.to))}
            </li>
          ))}
          {beyond.year ? <li>⚠ {text.beyondYear}</li> : null}
          {beyond.units.length > 0 ? <li>⚠ {text.beyondUnit(beyond.units.join('、'))}</li> : null}
        </ul>
      )}
      {year.length === 0 ? null : (
        <>
          <p className="quiet">{text.forecastYear}</p>
          <BurdenTable units={year} />
        </>
      )}
    </section>
  )
}
