import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { isTrace } from '#formats/zip/is-trace.ts'
import { inOrder, refuseLarge, type Source, type Sources } from './source.ts'

/** The files of a folder and the folders in it; links are not followed. `output` may lie inside and is no source. */
export async function folderSources(folder: string, output: string): Promise<Sources> {
  const sources: Source[] = []
  let leftOut = 0
  const walk = async (below: string): Promise<void> => {
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      const file = below === '' ? entry.name : `${below}/${entry.name}`
      const full = path.join(folder, file)
      if (path.resolve(full) === path.resolve(output)) continue
      if (isTrace(entry.name) || !(entry.isFile() || entry.isDirectory())) leftOut += 1
      else if (entry.isDirectory()) await walk(file)
      else sources.push({ file, bytes: () => bytesOf(full) })
    }
  }
  await walk('')
  return { sources: inOrder(sources), leftOut }
}

async function bytesOf(full: string): Promise<Uint8Array> {
  refuseLarge((await stat(full)).size)
  return readFile(full)
}
