import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { SourceDocument } from '#core/document/document.ts'
import { readDocument } from '#formats/read-document.ts'
import type { Gold } from '#test/gold/annotation.ts'
import { readAnnotation } from '#test/gold/annotation.ts'

/** Folder of the project's own plans: `NAME/plan.txt`, `plan.docx` or `plan.xlsx`, its annotation `gold.txt` and what follows from both. */
export const corpusFolder = resolve(import.meta.dirname, '../corpus')

/** The folders that hold an annotated plan. */
export function corpusNames(): readonly string[] {
  return readdirSync(corpusFolder)
    .filter((name) => existsSync(`${corpusFolder}/${name}/gold.txt`))
    .toSorted()
}

/**
 * The annotated plan of one corpus folder. Head lines of `gold.txt` say where things lie: `# file …` the plan, `# encoding …` of a text,
 * `# text …` the text that the reader must make of an office document.
 */
export function readGold(name: string): Gold {
  const folder = `${corpusFolder}/${name}`
  const annotation = readFileSync(`${folder}/gold.txt`, 'utf8')
  const file = headOf(annotation, 'file') ?? 'plan.txt'
  const encoding = headOf(annotation, 'encoding') ?? 'utf-8'
  const text = new TextDecoder(encoding).decode(readFileSync(resolve(folder, headOf(annotation, 'text') ?? file)))
  return readAnnotation(name, file, encoding, text, annotation)
}

/** The plan of one corpus folder as the reader of its format gives it. */
export function readPlan(name: string): SourceDocument {
  const path = resolve(corpusFolder, name, readGold(name).file)
  return readDocument(basename(path), readFileSync(path))
}

/**
 * What `plan.gold.json` holds. Gold of an office document carries no offsets: they depend on the reader that extracts the text.
 */
export function goldForFile(gold: Gold): object {
  const office = /\.(docx|xlsx)$/.exec(gold.file)?.[1]
  if (office === undefined) return gold
  const { doc, file, commitments, clauses } = gold
  return {
    doc,
    file,
    office,
    commitments: commitments.map(withoutOffsets),
    clauses: clauses.map((clause) => ({ ...withoutOffsets(clause), ...(clause.kind === 'row' ? { anchor: clause.title } : {}) })),
  }
}

const OFFSETS: ReadonlySet<string> = new Set(['start', 'end', 'value_start', 'value_end'])

function withoutOffsets(entry: object): object {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !OFFSETS.has(key)))
}

function headOf(annotation: string, name: string): string | undefined {
  return new RegExp(`^# ${name} (.+)$`, 'mu').exec(annotation)?.[1]
}
