import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClosureLevels, OriginLevels } from '#core/closure/settings.ts'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Field } from '#web/_components/field.tsx'
import { PageTitle } from '#web/_components/page-title.tsx'
import { client } from '#web/_lib/client.ts'
import { tell } from '#web/_lib/toast.ts'
import { useAct } from '#web/_lib/use-act.ts'
import { OriginWays } from './origin-ways.tsx'
import { PlanOrigins } from './plan-origins.tsx'
import { Preview } from './preview.tsx'
import { useLevelsFailure, useLevelsText } from './use-text.ts'
import { WayEditor } from './way-editor.tsx'
import './closure-levels.css'

const NATURES = ['immediate', 'staged', 'standing'] as const
type Shown = Awaited<ReturnType<typeof client.closure.levels>>

/** 审签设置: through which levels closures go, with a preview. */
export function ClosureLevelsPage() {
  const text = useLevelsText()
  const failureText = useLevelsFailure()
  const { data, error } = useQuery({ queryKey: ['closure-levels'], queryFn: () => client.closure.levels() })
  if (error !== null) return <p className="notice error">{failureText(error)}</p>
  if (data === undefined) return <p className="quiet">{text.loading}</p>
  return (
    <div className="page narrow closure-levels">
      <PageTitle words={text.title} />
      <header>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        <p>{text.rule}</p>
        <p>
          <Link to="/closures">{text.back}</Link> <span className="quiet">{text.version(data.version)}</span>
        </p>
      </header>
      <LevelsForm key={data.version} shown={data} />
      <PlanOrigins plans={data.plans} />
    </div>
  )
}

function LevelsForm({ shown }: { readonly shown: Shown }) {
  const text = useLevelsText()
  const failureText = useLevelsFailure()
  const [levels, setLevels] = useState<ClosureLevels>(shown.levels)
  const [watchDays, setWatchDays] = useState(String(shown.watchDays))
  const save = useAct(
    ['closure-levels'],
    () => client.closure.setLevels({ version: shown.version, levels, watchDays: Number(watchDays) }),
    () => tell('done', text.saved),
  )
  const set = (nature: (typeof NATURES)[number], way: ClosureLevels['staged']): void => setLevels({ ...levels, [nature]: way })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {NATURES.map((nature) => {
        const way = levels[nature]
        return (
          <section key={nature} aria-label={text.natures[nature]}>
            <h2>{text.natures[nature]}</h2>
            <WayEditor way={way} signers={shown.signers} onChange={(next) => set(nature, next)}>
              <button
                type="button"
                className="button quiet small"
                onClick={() => setLevels({ ...levels, immediate: way, staged: way, standing: way })}
              >
                {text.copy}
              </button>
            </WayEditor>
          </section>
        )
      })}
      <OriginWays
        origins={levels.origins}
        signers={shown.signers}
        next={nextOrigin(levels, shown.plans)}
        onChange={(origins) => setLevels({ ...levels, origins })}
      />
      <section aria-label={text.watch}>
        <h2>{text.watch}</h2>
        <Field
          label={text.watchDays}
          type="number"
          min={1}
          max={730}
          required
          value={watchDays}
          onChange={(event) => setWatchDays(event.target.value)}
        />
      </section>
      <Preview levels={levels} />
      <FailureNotice error={save.error} words={failureText} />
      <p>
        <button type="submit" className="button primary" disabled={save.isPending}>
          {text.save}
        </button>
      </p>
    </form>
  )
}

/** What a new exception begins with: the origin of a plan that has none yet, and the levels of staged ones. */
function nextOrigin({ origins, staged }: ClosureLevels, plans: Shown['plans']): OriginLevels {
  const said = new Set(origins.flatMap(({ origin, nature }) => (nature === null ? [origin] : [])))
  const [origin = 'life-meeting'] = plans.flatMap((plan) => plan.origin ?? plan.suggested ?? []).filter((each) => !said.has(each))
  return { origin, nature: null, levels: staged }
}
