import { useInspectionText } from './use-text.ts'

interface Unit {
  readonly org: string
  readonly orgName: string
  readonly inspections: number
  readonly days: number
  readonly people: number
  readonly minutes: number
}

/** 迎检负担: what inspections ask of each unit. */
export function BurdenTable({ units }: { readonly units: readonly Unit[] }) {
  const text = useInspectionText()
  const { unit, inspections, days, people, minutes } = text.burdenColumns
  return (
    <div className="insp-scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            <th scope="col">{inspections}</th>
            <th scope="col">{days}</th>
            <th scope="col">{people}</th>
            <th scope="col">{minutes}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((each) => (
            <tr key={each.org}>
              <td>{each.orgName}</td>
              <td className="insp-number">{each.inspections}</td>
              <td className="insp-number">{each.days}</td>
              <td className="insp-number">{each.people}</td>
              <td className="insp-number">{text.minutes(each.minutes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
