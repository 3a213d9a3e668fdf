import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDocument } from '#formats/read-document.ts'
import { docxSamples } from './docx-samples.ts'
import { convertWithOffice, hasOffice } from './office.ts'

const CORPUS = new URL('../../../shared/corpus/dev/written/', import.meta.url)
if (!existsSync(CORPUS)) console.warn('skipped: the corpus beside the project is not there')
const corpus = existsSync(CORPUS) ? readdirSync(CORPUS).filter((name) => name.endsWith('.docx')) : []

/** Lines with something in them, white space left out: cells stand in lines of their own in LibreOffice. */
function linesOf(text: string): string[] {
  return text
    .split(/[\n\t\u2028]/)
    .map((line) => line.replace(/[\s\uFEFF]/g, ''))
    .filter((line) => line !== '')
}

function linesByOffice(bytes: Uint8Array): string[] {
  return linesOf(new TextDecoder().decode(convertWithOffice(bytes, 'docx', 'txt', 'txt:Text (encoded):UTF8')))
}

test.runIf(hasOffice).for(await docxSamples())('LibreOffice reads the same: %s', ([, bytes]) => {
  expect(linesOf(readDocument('file.docx', bytes).text)).toEqual(linesByOffice(bytes))
})

test.runIf(hasOffice).for(corpus)('LibreOffice reads the same: %s', (name) => {
  const bytes = readFileSync(new URL(name, CORPUS))
  expect(linesOf(readDocument(name, bytes).text)).toEqual(linesByOffice(bytes))
})
