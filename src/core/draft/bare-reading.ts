import type { Reading } from '#core/draft/reading.ts'
import { implied } from '#core/text/certain.ts'

/** A promise of which nothing more is said: to be achieved once, by the organisation whose plan it is. */
export const bareReading: Reading = {
  kind: 'achieved',
  period: implied({ unit: 'once', every: 1 }, 'no-recurrence'),
  comparator: null,
  value: null,
  upper: null,
  unit: null,
  scope: implied('org', 'default-scope'),
  deadline: null,
  deadlineText: null,
  object: null,
  base: null,
  modality: null,
  nature: null,
  leaders: [],
  leadOrgs: [],
  supportingOrgs: [],
  owners: [],
}
