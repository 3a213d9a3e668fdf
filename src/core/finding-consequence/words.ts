import type { Day } from '#core/day/day.ts'

// titles of what stands in the ledger, which is kept in Chinese

/** The plan of a year that findings become commitments of. */
export function findingsPlanTitle(year: number): string {
  return `${year}年督查发现问题整改`
}

/** 方面 of the findings of one inspection: two of the same name are told apart by their days. */
export function inspectionAspect({ title, from, to }: { readonly title: string; readonly from: Day; readonly to: Day }): string {
  return `${title}（${from === to ? from : `${from}至${to}`}）`
}

/** 方面 of what was found in a 举一反三. */
export function similarCaseAspect(askedOn: Day): string {
  return `举一反三排查（${askedOn}）`
}

/** Why a closure is opened again by a finding, as its course says. */
export function reopeningNote({
  title,
  ordinal,
  words,
  note,
}: {
  readonly title: string
  readonly ordinal: number
  readonly words: string
  readonly note: string
}): string {
  return `督查发现同类问题（${title}，问题${ordinal}）：${words}\n${note}`
}
