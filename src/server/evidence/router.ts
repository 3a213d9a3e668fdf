import { dateOne } from '#server/evidence/date.ts'
import { discardEvidence } from '#server/evidence/discard.ts'
import { linkToRecord, unlink } from '#server/evidence/link.ts'
import { linkMany } from '#server/evidence/link-many.ts'
import { matchNames } from '#server/evidence/match-names.ts'
import { evidenceOfCommitment } from '#server/evidence/of-commitment.ts'
import { evidenceOfRecord, getEvidence } from '#server/evidence/read.ts'
import { signedIn } from '#server/http/implementer.ts'

const { evidence } = signedIn

export const evidenceRouter = {
  get: evidence.get.handler(({ input, context }) => getEvidence(context, input)),
  ofRecord: evidence.ofRecord.handler(async ({ input, context }) => ({ items: await evidenceOfRecord(context, input) })),
  ofCommitment: evidence.ofCommitment.handler(({ input, context }) => evidenceOfCommitment(context, input)),
  match: evidence.match.handler(({ input, context }) => matchNames(context, input)),
  linkMany: evidence.linkMany.handler(({ input, context }) => linkMany(context, input)),
  link: evidence.link.handler(async ({ input, context }) => ({ items: await linkToRecord(context, input) })),
  unlink: evidence.unlink.handler(({ input, context }) => unlink(context, input)),
  date: evidence.date.handler(({ input, context }) => dateOne(context, input)),
  discard: evidence.discard.handler(({ input, context }) => discardEvidence(context, input)),
}
