import { CliFailure, exitCodes } from '#cli/failure.ts'
import { linesIn } from '#cli/journal/lines-in.ts'
import { withReachedDatabase } from '#cli/with-database.ts'
import { BundleLine } from '#core/journal/bundle.ts'
import { SignedHead } from '#core/journal/head.ts'
import type { JournalReport, Verifier } from '#core/journal/verify.ts'
import { makeOurVerifier, verifyStored } from '#server/journal/verify-stored.ts'
import { systemClock } from '#server/platform/clock.ts'
import { readSettings } from '#server/platform/settings.ts'

/** What to verify: an export (null: the database), by which keys (null: those it names), against heads that were seen earlier. */
interface Asked {
  readonly file: string | null
  readonly keys: readonly string[] | null
  readonly witness: string | null
}

/** Verifies an export, or every journal of the database; ends with a failure where anything is wrong. */
export async function verifyJournal({ file, keys, witness }: Asked): Promise<void> {
  const witnessed: SignedHead[] = []
  if (witness !== null) for await (const head of linesIn(witness, SignedHead)) witnessed.push(head)
  const trusted = keys === null ? null : new Set(keys)
  const reports =
    file === null
      ? await withReachedDatabase(readSettings(process.env), async ({ db }) => [
          ...(await verifyStored(db, systemClock(), { trusted, witnessed })).values(),
        ])
      : [await verifyFile(file, makeOurVerifier({ trusted, witnessed }))]
  process.stdout.write(reports.map(wordReport).join(''))
  const faults = reports.reduce((sum, report) => sum + report.faults.length, 0)
  if (faults > 0) throw new CliFailure(exitCodes.differs, `日志有 ${faults} 处不符`, `${faults} faults in the journal`)
}

async function verifyFile(file: string, verifier: Verifier): Promise<JournalReport> {
  for await (const line of linesIn(file, BundleLine)) verifier.take(line)
  return verifier.end()
}

const FAULTS: Readonly<Record<JournalReport['faults'][number]['code'], readonly [chinese: string, english: string]>> = {
  'entry-changed': ['变更前后的内容与封存时不同', 'what was changed is not what was sealed'],
  'root-differs': ['此前的条目被改动、增删或调换过', 'entries up to here were changed, added, removed or put in another order'],
  'bad-signature': ['签名不对', 'the signature is wrong'],
  'unknown-key': ['不是可信密钥签的', 'not signed by a trusted key'],
  'head-misplaced': ['封存点之前的条目数不对', 'the number of entries before this head is another'],
  'time-goes-back': ['封存时间早于前一封存点', 'sealed earlier than the head before'],
  foreign: ['属于另一辖区', 'of another jurisdiction'],
  twice: ['条目重复', 'an entry stands twice'],
  'witness-differs': ['与见证的封存点不同', 'differs from the head that was witnessed'],
  'witness-missing': ['见证过的封存点不见了', 'a head that was witnessed is gone'],
  'cut-off': ['结尾缺失或数目不符', 'the end is missing or counts otherwise'],
  'no-head': ['有条目不在任何封存点之内', 'entries that no head covers'],
  'not-a-bundle': ['不是日志导出文件', 'not an exported journal'],
}

function wordReport({ entries, heads, erased, unsealed, last, faults }: JournalReport): string {
  const root = last === null ? '—' : `${last.root} (${last.at}, ${last.key})`
  const lines = [
    `条目 entries ${entries}，封存点 heads ${heads}，已清除 erased ${erased}，待封存 unsealed ${unsealed}`,
    `根 root ${root}`,
    ...faults.map(({ code, index }) => `  ${index}: ${FAULTS[code].join(' / ')}`),
    faults.length === 0 ? '完整 whole' : `不符 faults ${faults.length}`,
  ]
  return `${lines.join('\n')}\n`
}
