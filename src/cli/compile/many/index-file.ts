import { appendFile, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import * as z from 'zod'

const Entry = z
  .discriminatedUnion('state', [
    z.object({
      file: z.string(),
      sha256: z.string(),
      /** What rules it was read with; left out: none. */
      rules: z.string().optional(),
      state: z.literal('read'),
      /** Where the draft stands, below the output. */
      draft: z.string(),
      commitments: z.number(),
      questions: z.number(),
    }),
    z.object({
      file: z.string(),
      /** Null where the bytes could not be had. */
      sha256: z.string().nullable(),
      rules: z.string().optional(),
      state: z.literal('failed'),
      code: z.string(),
      words: z.object({ zh: z.string(), en: z.string() }),
    }),
  ])
  .readonly()

/** What came of one document: one line of `index.jsonl`. */
export type IndexEntry = z.infer<typeof Entry>

/** The index of an output folder, which is written line by line as documents are done. */
export interface IndexFile {
  /** What stood in it when it was opened, by file. */
  readonly before: ReadonlyMap<string, IndexEntry>
  readonly add: (entry: IndexEntry) => Promise<void>
}

/** Opens the index of a folder: what an end without notice left half is dropped, and of each file the last line holds. */
export async function openIndex(output: string): Promise<IndexFile> {
  const file = path.join(output, 'index.jsonl')
  const before = await settleIndex(output)
  return { before, add: (entry) => appendFile(file, `${JSON.stringify(entry)}\n`) }
}

/** Puts the index in order: one line a file, by name. */
export async function settleIndex(output: string): Promise<ReadonlyMap<string, IndexEntry>> {
  const file = path.join(output, 'index.jsonl')
  const entries = new Map((await linesOf(file)).flatMap(entryOf).map((entry) => [entry.file, entry]))
  const lines = [...entries.values()].toSorted((a, b) => (a.file < b.file ? -1 : 1)).map((entry) => `${JSON.stringify(entry)}\n`)
  await writeFile(`${file}.part`, lines.join(''))
  await rename(`${file}.part`, file)
  return entries
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

function entryOf(line: string): IndexEntry[] {
  try {
    const { success, data } = Entry.safeParse(JSON.parse(line))
    return success ? [data] : []
  } catch {
    return []
  }
}
