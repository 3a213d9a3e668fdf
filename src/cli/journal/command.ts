import { parseArgs } from 'node:util'
import { CliFailure, exitCodes } from '#cli/failure.ts'
import { exportJournal } from '#cli/journal/export.ts'
import { proveEntry } from '#cli/journal/prove.ts'
import { verifyJournal } from '#cli/journal/verify.ts'

const USAGE = 'xiaohao journal verify [FILE] [--key FINGERPRINT] [--witness FILE] | export --output FILE | prove ENTRY --output FILE'

/** `xiaohao journal …`: verifies the sealed journal or an export of it, exports it, proves that one entry stands in it. */
export async function journalCommand([verb, ...args]: readonly string[]): Promise<void> {
  const { positionals, values } = read(args)
  const [first, ...rest] = positionals
  const { output, key, witness } = values
  if (rest.length > 0) throw wrongUse()
  if (verb === 'verify' && output === undefined) await verifyJournal({ file: first ?? null, keys: key ?? null, witness: witness ?? null })
  else if (verb === 'export' && first === undefined && output !== undefined) await exportJournal(output)
  else if (verb === 'prove' && first !== undefined && output !== undefined) await proveEntry(first, output)
  else throw wrongUse()
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { output: { type: 'string' }, key: { type: 'string', multiple: true }, witness: { type: 'string' } },
    })
  } catch {
    throw wrongUse()
  }
}

function wrongUse(): CliFailure {
  return new CliFailure(exitCodes.usage, `用法：${USAGE}`, `usage: ${USAGE}`)
}
