/** A visit with what a plan says of it. */
interface VisitAsked<Day> {
  readonly org: string
  readonly drawn: string | null
  readonly from: Day
  readonly to: Day
  readonly people: number
  readonly minutes: number
}

/** Who goes and where to, as a plan words it: of what is shown or kept of an inspection. */
export function teamAndVisits<Day>(of: {
  readonly members: readonly { readonly account: string; readonly leads: boolean }[]
  readonly visits: readonly VisitAsked<Day>[]
}) {
  return {
    lead: of.members.find(({ leads }) => leads)?.account ?? null,
    members: of.members.flatMap(({ account, leads }) => (leads ? [] : [account])),
    visits: of.visits.map(({ org, drawn, from, to, people, minutes }) => ({ org, drawn, from, to, people, minutes })),
  }
}
