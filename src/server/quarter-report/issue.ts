import { ledgerColumns } from '#core/ledger/ledger.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import type { QuarterReport } from '#core/quarter-report/quarter-report.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Files, ReceivedFile } from '#server/files/store.ts'
import { storeFile } from '#server/files/stored-file.ts'
import { findPast, loadMark } from '#server/ledger/past-rows.ts'
import { exportLedger } from '#server/ledger/export.ts'
import type { WithJobs } from '#server/ledger/edition.ts'
import { lockClock } from '#server/occurrence/clock.ts'
import { lockWithin } from '#server/period-lock/lock.ts'
import { accepted } from '#server/plan/accepted.ts'
import { type Basis, basisOf, contentFrom, demandReady, reportBytes, sealed } from '#server/quarter-report/draft.ts'
import type { Origin } from '#server/quarter-report/document.ts'
import { codeOf } from '#server/quarter-report/stored.ts'
import { quarterWords } from '#server/quarter-report/words.ts'
import { change } from '#server/verb/change.ts'

type Caller = WithJobs & { readonly files: Files }

/** 出具季度报告: locks the quarter where it is not locked yet, with the figures the report gives, and keeps report and ledger as they were handed up. */
export async function issueReport(
  context: Caller,
  { address, ...quarter }: Quarter & { readonly address: Origin },
): Promise<QuarterReport> {
  const basis = await basisOf(context, quarter)
  demandReady(basis)
  const ledger = await ledgerOf(context, basis)
  try {
    return await change(context, async ({ tx, actor, allow, scope, record }) => {
      allow('quarter-report:issue')
      const { jurisdictionId } = actor
      await lockClock(tx, jurisdictionId)
      const lock = basis.lock ?? (await lockWithin(tx, context, quarter))
      await demandUnmoved(tx, context, basis)
      const content = await contentFrom(tx, context, await scope(), basis)
      const { text, digest } = sealed(content)
      const report = await context.files.receive(await reportBytes(content, address))
      try {
        const id = context.newId()
        await tx
          .insertInto('quarterReport')
          .values({
            jurisdictionId,
            id,
            lockId: lock.id,
            content: text,
            digest,
            reportFileId: await storeFile(tx, context, report, `${quarterWords(quarter)}整改进展情况报告.docx`),
            ledgerFileId: await storeFile(tx, context, ledger.file, ledger.name),
            issuedAt: context.now,
            issuedBy: actor.accountId,
            issuedByName: actor.name,
          })
          .execute()
        const issued: QuarterReport = {
          id,
          quarter,
          asOf: lock.to,
          knownAt: lock.lockedAt,
          issuedAt: context.now,
          issuedBy: actor.name,
          code: codeOf(digest),
          isTakenBack: false,
        }
        if (basis.lock === null) await record({ verb: 'period.lock', subject: { kind: 'period-lock', id: lock.id }, after: lock })
        await record({
          verb: 'quarter-report.issue',
          subject: { kind: 'quarter-report', id },
          after: { ...issued, digest, report: report.sha256, ledger: ledger.file.sha256 },
        })
        return issued
      } finally {
        await report.drop()
      }
    })
  } finally {
    await ledger.file.drop()
  }
}

/** 总台账 as of the quarter's last day, as an .xlsx. */
async function ledgerOf(context: Caller, { edition: { stood } }: Basis): Promise<{ readonly file: ReceivedFile; readonly name: string }> {
  const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: stood.asOf, knownAt: stood.knownAt }
  const file = await exportLedger(context, { view, columns: ledgerColumns })
  return { file: await context.files.receive(new Uint8Array(await file.arrayBuffer())), name: file.name }
}

/** REFUSED where something was written after the figures were worked out: what is locked is what is reported. Who holds the clock sees no later writing. */
async function demandUnmoved(tx: Tx, { actor: { jurisdictionId }, now }: Caller, { lock, edition }: Basis): Promise<void> {
  const { asOf, knownAt } = edition.stood
  const found = await findPast(tx, jurisdictionId, { asOf, knownAt, mark: await loadMark(tx, jurisdictionId, knownAt), now })
  if (lock === null && found?.id !== edition.id) accepted(refuse('figures-moved'))
}
