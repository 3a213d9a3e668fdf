import type { Draw } from '#core/draw/draw.ts'
import { useDrawText } from './use-text.ts'

/** Each stratum with what is asked of it and what its sample can say. */
export function Strata({ draw: { strata, rule } }: { readonly draw: Draw }) {
  const text = useDrawText()
  const isNamed = strata.some(({ name }) => name !== '')
  return (
    <div className="draws-scroll">
      <table>
        <thead>
          <tr>
            {isNamed ? <th scope="col">{text.stratum}</th> : null}
            <th scope="col">{text.size}</th>
            {rule === null ? null : (
              <>
                <th scope="col">{text.asked}</th>
                <th scope="col">{text.drawn}</th>
                <th scope="col">{text.judged}</th>
                <th scope="col">{text.faulty}</th>
                <th scope="col">{text.meaning}</th>
              </>
            )}
            <th scope="col" title={text.statisticalHint}>
              {text.statistical}
            </th>
          </tr>
        </thead>
        <tbody>
          {strata.map(({ name, size, asked, statistical, drawn, judged, faulty, stillPossible }) => (
            <tr key={name}>
              {isNamed ? <td>{name === '' ? text.whole : name}</td> : null}
              <td className="draws-number">{size}</td>
              {rule === null ? null : (
                <>
                  <td className="draws-number">{asked}</td>
                  <td className="draws-number">{drawn}</td>
                  <td className="draws-number">{judged}</td>
                  <td className="draws-number">{faulty}</td>
                  <td>{text.possible(stillPossible, size)}</td>
                </>
              )}
              <td className="draws-number">{statistical}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{`${text.statistical}：${text.statisticalHint}`}</p>
    </div>
  )
}
