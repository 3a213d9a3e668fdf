import { CliFailure, exitCodes } from '#cli/failure.ts'
import { withDatabase } from '#cli/with-database.ts'
import { type Comparison, compareKept, recomputeKept } from '#server/occurrence/every-jurisdiction.ts'
import { dayInShanghai, systemClock } from '#server/platform/clock.ts'
import { readSettings } from '#server/platform/settings.ts'

const USAGE = 'xiaohao ledger recompute [--check]'

/** `xiaohao ledger recompute [--check]`: compares everything kept with a full evaluation; without `--check` writes what differs. */
export async function ledgerCommand(args: readonly string[]): Promise<void> {
  const [verb, flag, ...rest] = args
  if (verb !== 'recompute' || (flag !== undefined && flag !== '--check') || rest.length > 0)
    throw new CliFailure(exitCodes.usage, `用法：${USAGE}`, `usage: ${USAGE}`)
  const compared = await withDatabase(readSettings(process.env), async ({ db }) => {
    const today = dayInShanghai(systemClock())
    return flag === undefined ? recomputeKept(db, today, tell) : compareKept(db, tell)
  })
  report(compared)
  if (flag === undefined || compared.differing.length === 0) return
  const count = compared.differing.length
  throw new CliFailure(exitCodes.differs, `${count} 项任务与全部重算不一致`, `${count} commitments differ from a full recomputation`)
}

/** So often at the most a line of progress is written. */
const EVERY_MS = 2000
let told = performance.now()

/** Progress goes to standard error, only where it takes long enough to ask oneself. */
function tell(done: number, of: number): void {
  if (performance.now() - told < EVERY_MS) return
  told = performance.now()
  process.stderr.write(`${done}/${of}\n`)
}

function report({ commitments, occurrences, differing }: Comparison): void {
  const lines = differing.map(
    ({ commitment, changed, gone, isStandingRight }) =>
      `${commitment}  ${changed} changed, ${gone} gone${isStandingRight ? '' : ', ledger row differs'}`,
  )
  lines.push(`任务 commitments ${commitments}，期次 occurrences ${occurrences}，不一致 differing ${differing.length}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
