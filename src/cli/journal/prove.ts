import { writeFileSync } from 'node:fs'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { withReachedDatabase } from '#cli/with-database.ts'
import type { EntryProof } from '#core/journal/proof.ts'
import { proofOf } from '#server/journal/prove.ts'
import { readSettings } from '#server/platform/settings.ts'

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Writes the proof that one entry stands in the journal. */
export async function proveEntry(entry: string, output: string): Promise<void> {
  if (!ID.test(entry)) throw new CliFailure(exitCodes.usage, `不是日志条目的编号：${entry}`, `not the id of an entry: ${entry}`)
  const proof = await withReachedDatabase(readSettings(process.env), ({ db }) =>
    db.transaction().execute(async (tx): Promise<EntryProof | null> => {
      for (const { id } of await tx.selectFrom('jurisdiction').select('id').execute()) {
        const found = await proofOf(tx, id, entry)
        if (found !== null) return found
      }
      return null
    }),
  )
  if (proof === null)
    throw new CliFailure(exitCodes.file, `没有这一条目，或尚未封存：${entry}`, `no such entry, or not sealed yet: ${entry}`)
  writeFileSync(output, `${JSON.stringify(proof)}\n`, { flag: 'wx', flush: true })
  process.stdout.write(`${output}\n`)
}
