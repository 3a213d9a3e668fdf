import type { Quarter } from '#core/period-lock/period-lock.ts'
import type { ReportWords } from '#core/quarter-report/quarter-report.ts'
import { AppError } from '#server/platform/errors.ts'
import { nameOf } from '#server/quarter-report/draft.ts'
import { loadWords } from '#server/quarter-report/stored.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** Keeps what the office writes for a quarter's report. CONFLICT where somebody else wrote in between. */
export async function keepWords(
  context: Context,
  { year, quarter, version, words }: Quarter & { readonly version: number; readonly words: ReportWords },
): Promise<{ readonly version: number }> {
  return change(context, async ({ tx, actor: { jurisdictionId }, allow, record }) => {
    allow('quarter-report:issue')
    const before = await loadWords(tx, jurisdictionId, { year, quarter })
    if (before.version !== version) throw new AppError('CONFLICT', { version: before.version })
    const next = { version: version + 1, words: JSON.stringify(words) }
    const written = await tx
      .insertInto('quarterReportWords')
      .values({ jurisdictionId, year, quarter, ...next })
      .onConflict((conflict) =>
        conflict.columns(['jurisdictionId', 'year', 'quarter']).doUpdateSet(next).where('quarterReportWords.version', '=', version),
      )
      .returning('version')
      .executeTakeFirst()
    if (written === undefined) throw new AppError('CONFLICT', { version: version + 1 })
    const subject = { kind: 'quarter-report', id: nameOf({ year, quarter }) } as const
    await record({ verb: 'quarter-report.words', subject, before: before.words, after: words })
    return { version: version + 1 }
  })
}
