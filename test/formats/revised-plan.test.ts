import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import { fold } from '#compiler/source/fold.ts'
import type { SourceDocument } from '#core/document/document.ts'
import { compareDrafts } from '#core/revision/compare-drafts.ts'
import type { Side } from '#core/revision/side.ts'
import { convertOld } from '#formats/office/convert-old.ts'
import { readAnyDocument } from '#formats/read-document.ts'
import { makeDocx, paragraph } from './make-docx.ts'
import { makeOfd } from './make-ofd.ts'
import { convertWithOffice, hasOffice } from './office.ts'

const PLAN = readFileSync('packs/court/sample/plan.txt', 'utf8')
const CHANGES = [
  ['专题研讨不少于6次', '专题研讨不少于8次'],
  ['蹲点调研不少于30天', '蹲点调研不少于35天'],
  ['院长每月接访不少于2天', '院长每月接访不少于3天'],
] as const
const REVISED = CHANGES.reduce((text, [from, to]) => text.replace(from, to), PLAN)

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}

function sideOf(document: SourceDocument): Side {
  const { clauses, commitments } = compile(document)
  return { text: fold(document.text), clauses, commitments }
}

/** The revised plan as a file of a kind. */
function revised(format: string): Uint8Array {
  if (format === 'txt') return new TextEncoder().encode(REVISED)
  if (format === 'ofd') return makeOfd(linesOf(REVISED))
  const docx = makeDocx({
    body: linesOf(REVISED)
      .map((line) => paragraph(line))
      .join(''),
  })
  return format === 'docx' ? docx : convertWithOffice(docx, 'docx', format, format === 'doc' ? 'doc:MS Word 97' : format)
}

test.for(['docx', 'ofd', 'txt', ...(hasOffice ? ['pdf', 'doc'] : [])])(
  'three changed numbers are exactly what a .%s changes',
  async (format) => {
    const plan = sideOf(await readAnyDocument('方案.txt', new TextEncoder().encode(PLAN)))
    const next = await readAnyDocument(`方案.${format}`, await convertOld(`方案.${format}`, revised(format)))
    const { pairs } = compareDrafts(plan, sideOf(next))
    const changed = pairs.filter(({ kind }) => kind !== 'kept')
    expect(changed.map(({ kind, differences }) => `${kind} ${differences.join(' ')}`)).toEqual(Array(3).fill('changed wording target'))
  },
)
