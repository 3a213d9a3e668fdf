import type { ReadingDraft } from './reading-draft.ts'

export type DraftField = keyof ReadingDraft

/** The fields in which two versions differ, in the order of the form. */
export function differences(mine: ReadingDraft, theirs: ReadingDraft): readonly DraftField[] {
  return fieldsOf(theirs).filter((field) => !same(mine[field], theirs[field]))
}

/** What a person changed since `before`, on top of the version that stands now: where only the other has changed something, theirs stays. */
export function onTopOf(theirs: ReadingDraft, before: ReadingDraft, mine: ReadingDraft): ReadingDraft {
  const changed = new Set(differences(mine, before))
  return {
    kind: changed.has('kind') ? mine.kind : theirs.kind,
    ...(changed.has('periodUnit') || changed.has('every') ? periodOf(mine) : periodOf(theirs)),
    comparator: changed.has('comparator') ? mine.comparator : theirs.comparator,
    value: changed.has('value') ? mine.value : theirs.value,
    upper: changed.has('upper') ? mine.upper : theirs.upper,
    unit: changed.has('unit') ? mine.unit : theirs.unit,
    scope: changed.has('scope') ? mine.scope : theirs.scope,
    deadline: changed.has('deadline') ? mine.deadline : theirs.deadline,
    object: changed.has('object') ? mine.object : theirs.object,
    base: changed.has('base') ? mine.base : theirs.base,
    nature: changed.has('nature') ? mine.nature : theirs.nature,
    leaders: changed.has('leaders') ? mine.leaders : theirs.leaders,
    leadOrgs: changed.has('leadOrgs') ? mine.leadOrgs : theirs.leadOrgs,
    supportingOrgs: changed.has('supportingOrgs') ? mine.supportingOrgs : theirs.supportingOrgs,
    owners: changed.has('owners') ? mine.owners : theirs.owners,
  }
}

function periodOf({ periodUnit, every }: ReadingDraft): Pick<ReadingDraft, 'periodUnit' | 'every'> {
  return { periodUnit, every }
}

function fieldsOf(draft: ReadingDraft): readonly DraftField[] {
  return Object.keys(draft).filter((name): name is DraftField => name in draft)
}

function same(a: ReadingDraft[DraftField], b: ReadingDraft[DraftField]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
