import type { Refusals } from './refusals.zh.ts'

export const refusalsEn: Refusals = {
  'inspection-state': () => 'The inspection has moved on; this cannot be done now. Look at its state.',
  'not-for-you': () => 'This is for the team (its lead) or the office.',
  'reason-too-short': ({ fewest = '10' }) => `Write at least ${fewest} characters.`,
  'no-lead': () => 'The plan names no lead. Choose one, then file it.',
  'lead-twice': () => 'The lead is among the others too. Take them out there.',
  'no-visits': () => 'The plan names no unit.',
  'no-items': () => 'The plan has no checklist. Take one from a template or write it.',
  'days-reversed': () => 'The last day lies before the first.',
  'visit-outside-days': () => 'A unit’s days lie outside of those of the inspection.',
  'begins-in-past': () => 'The first day is over. A plan is filed before it begins.',
  'inspector-of-unit': ({ names = '' }) => `${names} belong to a unit that is inspected. Nobody inspects their own house: choose others.`,
  'inspector-is-doer': ({ names = '' }) => `${names} did what the checklist asks about. Choose others or take the commitment out.`,
  'sample-differs': ({ count = '0' }) =>
    `What is visited differs from what was drawn (${count}). A sample is inspected as drawn, no more and no less; others have no drawn items.`,
  'over-limit': ({ units = '', fewest = '10' }) =>
    `${units === '' ? 'The year’s limit' : `The limit of the year or of ${units}`} would be passed. Say why in at least ${fewest} characters.`,
  'too-early': ({ from = '' }) => `The plan begins on ${from}.`,
  'answers-missing': ({ count = '' }) => `${count} items have not been looked at. What does not apply is “not applicable”.`,
  'talks-missing': ({ count = '' }) => `Nothing was recorded of talks in ${count} units.`,
  'findings-noted': ({ count = '' }) => `${count} findings were not told to their unit. Tell them or take them back, then report.`,
  'findings-raised': () => 'A unit was told of a finding already: end the visits and report instead.',
  'speaker-not-agreed': () => 'Nobody is named without having agreed. Tick that they agreed, or take the name out.',
  'words-name-people': ({ names = '' }) => `It names people: ${names}. Say “a judge”, “a head of unit” instead.`,
  'inspection-finding-state': () => 'The finding has moved on; this cannot be done now. Look at its state.',
  'not-the-inspector': () => 'This is for the team; nobody verifies findings of their own unit.',
  'not-the-unit': () => 'This is for the unit that was inspected.',
  'doer-cannot-verify': () => 'Who said that it is done does not verify it. Another of the team does.',
  'nothing-changed': () => 'Nothing is different from what stands.',
  'due-past': () => 'The day has passed. Set another.',
}
