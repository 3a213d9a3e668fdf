import type { DraftCommitment } from '#core/draft/draft.ts'
import { ask, leadOf, type Asked, type Asker } from './asking.ts'

const pairing =
  /(?:与|同|和)[^,;。]{2,26}(?:谈心谈话|谈心|谈话|交心|沟通|结对|约谈)|(?:听取|约谈|走访|看望)[^,;。]{0,4}(?:班子成员|庭室|部门|单位|各|负责人|领导)[^,;。]*/
const eachSaid = /每[名位个人]|各自|人均|各位|分别/

/** With each counterpart or in total: 书记每年与班子成员、基层法院院长谈心谈话不少于2次. */
export const askPairs: Asker = (asked) =>
  counts(asked)
    .filter((commitment) => isPair(asked, commitment))
    .map((commitment) => ask('pairs-or-total', [commitment], commitment.span, ['pairs', 'leader']))

/** Each member or the body as a whole, where a body is named by its members without 每名 (班子成员每年调研不少于60天): one question for all. */
export const askEach: Asker = (asked) => {
  const members = counts(asked).filter(
    (commitment) =>
      commitment.reading.scope.value === 'per-member' && !isPair(asked, commitment) && !eachSaid.test(leadOf(asked, commitment)),
  )
  return members.length === 0 ? [] : [ask('each-or-whole', members, members[0]?.span ?? null, ['per-member', 'org'])]
}

function isPair(asked: Asked, commitment: DraftCommitment): boolean {
  const part = asked.folded.slice(commitment.span.start, commitment.anchor.start).replaceAll(' ', '')
  return pairing.test(part)
}

function counts({ commitments }: Asked): DraftCommitment[] {
  return commitments.filter(
    ({ reading }) => (reading.kind === 'count' || reading.kind === 'duration') && reading.comparator?.value !== '<=' && recurs(reading),
  )
}

function recurs({ period }: DraftCommitment['reading']): boolean {
  return period.value.unit !== 'once' && period.value.unit !== 'none'
}
