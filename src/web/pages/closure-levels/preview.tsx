import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClosureLevels } from '#core/closure/settings.ts'
import type { PlanOrigin } from '#core/plan/origin.ts'
import { client } from '#web/_lib/client.ts'
import type { Text } from './text.zh.ts'
import { useLevelsText } from './use-text.ts'

const NATURES = ['immediate', 'staged', 'standing'] as const
/** So many names are told. */
const NAMES = 4

/** 预览: what a request would go through under what is set here, saved or not. */
export function Preview({ levels }: { readonly levels: ClosureLevels }) {
  const text = useLevelsText()
  const { commitment: asked } = useSearch({ from: '/framed/closure-levels' })
  const [chosen, setChosen] = useState(asked ?? '')
  const listed = useQuery({ queryKey: ['closures'], queryFn: () => client.closure.list() })
  const options = new Map<string, { readonly commitment: string; readonly ref: string; readonly sentence: string }>(
    [...(listed.data?.ready ?? []), ...(listed.data?.items ?? [])].map((each) => [each.commitment, each] as const),
  )
  const commitment = chosen === '' ? null : chosen
  const ways: readonly WayOf[] =
    commitment === null
      ? [
          ...NATURES.map((nature) => ({ nature, origin: null })),
          ...levels.origins.map(({ nature, origin }) => ({ nature: nature ?? ('staged' as const), origin })),
        ]
      : [{ nature: 'staged', origin: null }]
  return (
    <section aria-label={text.preview} className="closure-levels-preview">
      <h2>{text.preview}</h2>
      <label className="field">
        <span className="label">{text.previewFor}</span>
        <select className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{text.anyCommitment}</option>
          {asked !== undefined && !options.has(asked) ? <option value={asked}>{asked}</option> : null}
          {[...options.values()].map((each) => (
            <option key={each.commitment} value={each.commitment}>
              {`${each.ref} ${each.sentence}`.slice(0, 60)}
            </option>
          ))}
        </select>
      </label>
      {ways.map((way, index) => (
        <Way key={String(index)} levels={levels} way={way} commitment={commitment} />
      ))}
    </section>
  )
}

interface WayOf {
  readonly nature: (typeof NATURES)[number]
  readonly origin: PlanOrigin | null
}

interface WayProps {
  readonly levels: ClosureLevels
  readonly way: WayOf
  readonly commitment: string | null
}

function Way({ levels, way: { nature, origin }, commitment }: WayProps) {
  const text = useLevelsText()
  const { data } = useQuery({
    queryKey: ['closure-levels', 'preview', levels, nature, origin, commitment],
    queryFn: () => client.closure.previewLevels({ levels, nature, origin, commitment }),
    placeholderData: keepPreviousData,
  })
  if (data === undefined) return null
  return (
    <p aria-live="polite">
      <strong>{wayWords(data, levels, text)}</strong>{' '}
      {data.levels.map(({ role, mode, post, turn, people }, index) => {
        const names = people.slice(0, NAMES).join('、')
        const who = text.some(names, people.length > NAMES ? people.length : 0)
        const { [turn.kind]: words } = text.step
        const whose = turn.post ?? post
        const of = whose === 'office' || whose === 'leader' || whose === 'unit' ? text.posts[whose] : ''
        return (
          <span key={String(index)} className={`closure-levels-step ${turn.kind}`}>
            {`${String(index + 1)}. ${text.roles[role]}：`}
            {people.length === 0
              ? words
              : `${words}${of}（${who}${mode === 'all' && turn.kind === 'level' ? ` · ${text.modes.all}` : ''}）`}
          </span>
        )
      })}
      <span className="quiet">{text.requester}</span>
    </p>
  )
}

/** Which way it is: of a nature, of an origin, or of both. */
function wayWords({ nature, origin }: WayOf, { origins }: ClosureLevels, text: Text): string {
  if (origin === null) return text.natures[nature]
  const isWhole = !origins.some((each) => each.origin === origin && each.nature === nature)
  return `${text.origins[origin]} · ${isWhole ? text.everyNature : text.natures[nature]}`
}
