import type { ClosureFacts } from '#server/closure/facts.ts'
import type { Tx } from '#server/db/connect.ts'

type Doers = ClosureFacts['doers']

/** Who did what several commitments are judged by, from what is kept of them: asked for one of them and one of its stages ('': the whole). */
export async function doersOfEach(
  tx: Tx,
  jurisdictionId: string,
  commitments: readonly string[],
): Promise<(commitment: string, stage: string) => Doers> {
  const ids = [...commitments]
  const subjects = await tx
    .selectFrom('occurrence')
    .select(['commitmentId', 'period', 'subject'])
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(ids))))
    .where('subject', 'not like', 'org:%')
    .execute()
  const entered = await tx
    .selectFrom('credit')
    .innerJoin('recordRevision', (join) =>
      join
        .onRef('recordRevision.jurisdictionId', '=', 'credit.jurisdictionId')
        .onRef('recordRevision.id', '=', 'credit.recordId')
        .on('recordRevision.isStanding', '=', true),
    )
    .select(['credit.commitmentId', 'credit.period', 'recordRevision.enteredBy'])
    .distinct()
    .where('credit.jurisdictionId', '=', jurisdictionId)
    .where('recordRevision.jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('credit.commitmentId', '=', eb.fn.any(eb.val(ids))))
    .where('credit.counts', '=', true)
    .execute()
  const subjectsOf = Map.groupBy(subjects, ({ commitmentId }) => commitmentId)
  const enteredOf = Map.groupBy(entered, ({ commitmentId }) => commitmentId)
  return (commitment, stage) => {
    const isOf = ({ period }: { readonly period: string }): boolean => stage === '' || period === stage
    const parties = (subjectsOf.get(commitment) ?? []).filter(isOf).flatMap(({ subject }) => subject.split('+'))
    return {
      parties: new Set(parties.filter((key) => !key.startsWith('org:'))),
      accounts: new Set((enteredOf.get(commitment) ?? []).filter(isOf).map(({ enteredBy }) => enteredBy)),
    }
  }
}
