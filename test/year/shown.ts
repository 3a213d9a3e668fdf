import { OccurrencesView } from '#contract/occurrence.ts'
import type { Ask, Entered } from '#test/year/fill.ts'
import { namesNow } from '#test/year/fill.ts'
import type { Expected } from '#test/year/oracle.ts'
import { COURT, PRESIDENT } from '#test/year/court-people.ts'

/** What the product shows of a commitment, in the words of the oracle, in its order. */
export async function shownOf(ask: Ask, entered: Entered, id: string, query = ''): Promise<readonly Expected[]> {
  const { items } = OccurrencesView.parse(await ask('GET', `/commitments/${id}/occurrences${query}`))
  const keys = new Map([...entered].map(([key, record]) => [record.id, key]))
  const nameOf = await labels(ask, new Map([...keys].map(([record, key]) => [`record:${record}`, key])))
  return items.map(({ occurrence, light }) => {
    const { subject, period, state, required, actual, owed, pace, latestSafeDay, explanation } = occurrence
    const counted = (parts: readonly string[]) =>
      explanation
        .filter(({ counts, quantity, part }) => counts && parts.includes(part) && Number(quantity) > 0)
        .map(({ record }) => keys.get(record) ?? record)
    return {
      who: nameOf(subject),
      from: period.from,
      to: period.to ?? '',
      state,
      light,
      required: Number(required),
      actual: numberOrNull(actual),
      owed: numberOrNull(owed),
      pace: numberOrNull(pace),
      latestSafeDay: latestSafeDay ?? '',
      counted: counted(['whole', 'numerator']).toSorted(),
      below: counted(['denominator']).toSorted(),
    }
  })
}

function numberOrNull(value: string | null): number | null {
  return value === null ? null : Number(value)
}

/** The subject of an occurrence in names: people by name, the president's post as the president, other posts by their unit. */
async function labels(ask: Ask, keys: ReadonlyMap<string, string>): Promise<(subject: string) => string> {
  const { view, org, head } = await namesNow(ask)
  const people = new Map(view.organisation.people.map(({ id, name }) => [`person:${id}`, name]))
  const units = new Map(view.organisation.terms.map((term) => [`org:${term.org}`, term.name]))
  const posts = new Map(view.organisation.posts.map((post) => [`post:${post.id}`, units.get(`org:${post.org}`) ?? '']))
  return (subject) =>
    subject
      .split('+')
      .map((key) => {
        if (key === `org:${org(COURT)}`) return 'the court'
        return key === `post:${head(COURT)}` ? PRESIDENT : (people.get(key) ?? posts.get(key) ?? units.get(key) ?? keys.get(key) ?? key)
      })
      .join('+')
}
