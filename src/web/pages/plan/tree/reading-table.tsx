import type { Commitment } from '#core/commitment/commitment.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { Certain } from '#core/text/certain.ts'
import { targetText } from '#web/_words/reading/indicator.ts'
import { keysOf } from '#web/_lib/keys-of.ts'
import { type ReadingWords } from '#web/_words/reading/words.ts'
import { sourceText } from '#web/_words/reading/source.ts'
import { useDispatch, usePlanText } from '../context.ts'

type Shown = Exclude<keyof ReadingWords['field'], 'comparator' | 'value' | 'upper' | 'unit'>

/** How each value was read: what, stated or implied with the reason, and the first reading where a person decided otherwise. */
export function ReadingTable({ commitment: { reading, original } }: { readonly commitment: Commitment }) {
  const { text, words } = usePlanText()
  const dispatch = useDispatch()
  const rows = keysOf(words.field).filter(isShown)
  return (
    <table className="reading">
      <tbody>
        {rows.map((field) => {
          const now = valueText(field, reading, words)
          const first = original === null ? now : valueText(field, original, words)
          if (now === '' && first === '') return null
          const from = sourceOf(field, reading)
          return (
            <tr
              key={field}
              className={from?.certainty ?? 'stated'}
              onPointerEnter={() => from?.certainty === 'stated' && dispatch({ kind: 'spot', span: from.span })}
              onPointerLeave={() => from?.certainty === 'stated' && dispatch({ kind: 'spot', span: null })}
            >
              <th scope="row">{words.field[field]}</th>
              <td>
                <span className="value">{now === '' ? text.nobody : now}</span>
                {now === first ? null : (
                  <span className="first">
                    {text.original} <del>{first === '' ? text.nobody : first}</del>
                  </span>
                )}
              </td>
              <td className="source">{from === null ? '' : sourceText(from, words)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function isShown(field: keyof ReadingWords['field']): field is Shown {
  return field !== 'comparator' && field !== 'value' && field !== 'upper' && field !== 'unit'
}

function valueText(field: Shown, reading: Reading, words: ReadingWords): string {
  switch (field) {
    case 'kind':
      return words.kind[reading.kind]
    case 'period':
      return words.period(reading.period.value)
    case 'target':
      return reading.value === null ? '' : (targetText(reading, words) ?? '')
    case 'scope':
      return words.scope[reading.scope.value]
    case 'modality':
      return reading.modality === null ? '' : words.modality[reading.modality.value]
    case 'nature':
      return reading.nature === null ? '' : words.nature[reading.nature.value]
    case 'deadline':
    case 'deadlineText':
    case 'object':
    case 'base':
      return reading[field]?.value ?? ''
    case 'leaders':
    case 'leadOrgs':
    case 'supportingOrgs':
    case 'owners':
      return reading[field].map(({ value }) => value).join('、')
  }
}

/** Where a value comes from; null where nothing was read. */
function sourceOf(field: Shown, reading: Reading): Certain<unknown> | null {
  switch (field) {
    case 'kind':
      return null
    case 'target':
      return [reading.unit, reading.comparator].find((part) => part?.certainty === 'stated' && part.rule !== undefined) ?? reading.value
    case 'leaders':
    case 'leadOrgs':
    case 'supportingOrgs':
    case 'owners':
      return reading[field][0] ?? null
    case 'period':
    case 'scope':
    case 'modality':
    case 'nature':
    case 'deadline':
    case 'deadlineText':
    case 'object':
    case 'base':
      return reading[field]
  }
}
