import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Gold } from '#test/gold/annotation.ts'
import { readAnnotation } from '#test/gold/annotation.ts'

/** Folder of the project's own plans: `NAME/plan.txt`, its annotation `gold.txt` and what follows from both. */
export const corpusFolder = resolve(import.meta.dirname, '../corpus')

/** The annotated plan of one corpus folder, or null where it has no annotation. Head lines `# file …` and `# encoding …` say where the text lies. */
export function readGold(name: string): Gold | null {
  const folder = `${corpusFolder}/${name}`
  if (!existsSync(`${folder}/gold.txt`)) return null
  const annotation = readFileSync(`${folder}/gold.txt`, 'utf8')
  const file = /^# file (.+)$/mu.exec(annotation)?.[1] ?? 'plan.txt'
  const encoding = /^# encoding (.+)$/mu.exec(annotation)?.[1] ?? 'utf-8'
  const text = new TextDecoder(encoding).decode(readFileSync(resolve(folder, file)))
  return readAnnotation(name, file, encoding, text, annotation)
}
