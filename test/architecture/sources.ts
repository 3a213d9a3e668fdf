import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A file of the project: its path from the root, and its text. */
export interface Source {
  readonly file: string
  readonly text: string
}

const ROOT = path.join(import.meta.dirname, '../..')

/** The files that match a pattern, generated ones left out. */
export function sourcesOf(...patterns: readonly string[]): Source[] {
  return globSync([...patterns], { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.endsWith('.gen.ts') && !file.includes('node_modules'))
    .toSorted()
    .map((file) => ({ file, text: readFileSync(path.join(ROOT, file), 'utf8') }))
}

/** A file of the project, as the system calls it. */
export function fromRoot(file: string): string {
  return path.join(ROOT, file)
}

/** Whether a file is a test, or belongs to one. */
export function isTest(file: string): boolean {
  return /\.(test|fixture)\.tsx?$/.test(file) || file.startsWith('test/')
}

const IMPORT =
  /^\s*(?:import|export)\s[^'";]*?from\s*'([^'\n]+)'|^\s*import\s*'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'|\bnew URL\(\s*'(\.[^'\n]+)'\s*,\s*import\.meta/gm

/** What a file imports: the text between the quotes. */
export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
}

/** The code without its comments. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[\s;{}(),])\/\/.*$/gm, '$1')
}
