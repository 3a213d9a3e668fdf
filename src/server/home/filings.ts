import type * as z from 'zod'
import type { HomeFiling } from '#contract/home.ts'
import type { Day } from '#core/day/day.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { PackPost } from '#core/pack/pack.ts'
import { filingMatrix } from '#core/register/filing.ts'
import type { RecordSight } from '#server/access/records.ts'
import type { Tx } from '#server/db/connect.ts'
import { beganOn, loadFilings } from '#server/register/load-filings.ts'

type Due = z.infer<typeof HomeFiling>

/** Some orgs and all that ever stood below them: what these filed counts for them. */
function below(organisation: Organisation, orgs: readonly string[]): readonly string[] {
  const found = new Set(orgs)
  for (const org of found) for (const term of organisation.terms) if (term.parent === org) found.add(term.org)
  return [...found]
}

/** The filings that the orgs of a scope have not made this year, what is due first first. */
export async function dueFilings(
  tx: Tx,
  { scope, registers }: RecordSight,
  { organisation, posts, asOf }: { readonly organisation: Organisation; readonly posts: readonly PackPost[]; readonly asOf: Day },
): Promise<readonly Due[]> {
  if (scope.post !== 'unit' || scope.entersFor.length === 0) return []
  const asked = [...registers.values()].filter(({ filing, isRetired }) => filing !== null && !isRetired)
  const filings = await loadFilings(tx, scope.jurisdictionId, asked, asOf.slice(0, 4), below(organisation, scope.entersFor))
  const began = await beganOn(tx, scope.jurisdictionId)
  const names = new Map(organisation.terms.filter(({ from }) => from <= asOf).map(({ org, name }) => [org, name]))
  return asked
    .flatMap((register) => {
      const facts = { posts, organisation, filings: filings.get(register.id) ?? [], since: began, asOf }
      const { periods, rows } = filingMatrix(register, facts) ?? { periods: [], rows: [] }
      return rows.flatMap(({ orgs, states }) => {
        const own = orgs.filter((org) => scope.entersFor.includes(org))
        if (own.length === 0) return []
        const org = own.map((id) => names.get(id) ?? '').join('、')
        return states.flatMap(({ state }, index): Due[] => {
          const period = periods[index]
          if (period === undefined || (state !== 'missing' && state !== 'open')) return []
          return [{ register: register.id, title: register.title, titleEn: register.titleEn, org, ...period, state }]
        })
      })
    })
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn)))
}
