import { MessageChannel } from 'node:worker_threads'
import type { PhraseRule } from '#core/phrase-rule/phrase-rule.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readInThread, type ReadPlan } from '#server/import/reader.ts'

export type { ReadPlan }

/** A file to be read, and the 短语规则 that hold in the reading. */
export interface PlanFile {
  readonly name: string
  readonly content: Uint8Array
  readonly rules: readonly PhraseRule[]
}

/**
 * Reads and compiles a file in one thread with limits. `onCompile` hears when the reading is over.
 * @throws FormatError where the file cannot be read, or the signal gave up (`aborted`)
 */
export async function readPlan({ name, content, rules }: PlanFile, signal: AbortSignal, onCompile: () => void): Promise<ReadPlan> {
  const { port1, port2 } = new MessageChannel()
  port1.once('message', onCompile)
  const bytes = new Uint8Array(await convertOld(name, content, signal))
  try {
    const read = await readInThread({ name, bytes, rules, progress: port2 }, signal)
    // no database keeps U+0000 or half a surrogate pair
    if (read.document.text.includes('\u0000') || !read.document.text.isWellFormed()) throw new FormatError('damaged', { file: name })
    return read
  } finally {
    port1.close()
  }
}
