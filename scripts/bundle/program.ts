import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What of the project runs; sources are run as they are. */
const PARTS = [
  'bin',
  'dist/web',
  'docs/guide',
  'fonts',
  'migrations',
  'packs',
  'src',
  'verifier',
  'LICENSE',
  'CHANGELOG.md',
  'package.json',
  'README.md',
  'README.zh-CN.md',
]
const LEFT_OUT = /\.(test|fixture)\.ts$|\/src\/web(\/|$)/

/** Copies the program without its tests and the sources of the web. */
export function copyProgram(root: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const part of PARTS)
    if (existsSync(path.join(root, part)))
      cpSync(path.join(root, part), path.join(to, part), { recursive: true, filter: (file) => !LEFT_OUT.test(file) })
}

/** Writes the hashes of every file, to be checked by `sha256sum --check` or at the first start; gives their text. */
export function writeHashes(folder: string): string {
  const files = globSync('**/*', { cwd: folder }).filter((file) => lstatSync(path.join(folder, file)).isFile())
  const text = files
    .toSorted()
    .map((file) => `${digestOf(readFileSync(path.join(folder, file)))}  ${file}\n`)
    .join('')
  writeFileSync(path.join(folder, 'MANIFEST.sha256'), text)
  return text
}

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
