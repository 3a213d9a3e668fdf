import { readZip } from './read-zip.ts'

/** A file that a person gave, with the folders it lies in. Its content is opened when it is sent. */
export interface Given {
  readonly path: string
  readonly bytes: number
  readonly open: () => Promise<Blob>
}

/** What systems leave in folders, and what programs keep beside an open document. */
const JUNK = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|__MACOSX(?:\/.*)?|~\$[^/]*)$/i

/** The files among what was given, archives taken apart; empty ones and what systems leave behind are passed over. */
export async function filesIn(given: readonly { readonly path: string; readonly file: File }[]): Promise<readonly Given[]> {
  const found: Given[] = []
  for (const { path, file } of given) {
    if (/\.zip$/i.test(path)) found.push(...(await readZip(file)))
    else found.push({ path, bytes: file.size, open: async () => file })
  }
  return found.filter(({ path, bytes }) => bytes > 0 && !JUNK.test(path))
}
