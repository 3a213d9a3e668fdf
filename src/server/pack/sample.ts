import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Pack } from '#core/pack/pack.ts'
import { AppError } from '#server/platform/errors.ts'

const PACKS = path.join(import.meta.dirname, '../../../packs')

/** What a pack shows by: an invented organisation as a sheet of tab-separated cells, and a plan of it. NOT_FOUND where the pack has none. */
export async function readSample({ manifest }: Pack, name: 'organisation.tsv' | 'plan.txt'): Promise<Buffer> {
  try {
    return await readFile(path.join(PACKS, manifest.id, 'sample', name))
  } catch (cause) {
    throw new AppError('NOT_FOUND', {}, { cause })
  }
}
