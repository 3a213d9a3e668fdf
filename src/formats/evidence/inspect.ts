import { Day } from '#core/day/day.ts'
import type { EvidenceKind } from '#core/evidence/kind.ts'
import { filmPositions } from './film.ts'
import { readHeic } from './heic.ts'
import { readJpeg } from './jpeg.ts'
import type { Peek, Wipe } from './peek.ts'
import { readPng } from './png.ts'
import { sniffEvidence } from './sniff.ts'
import { NO_SHOT, type Shot } from './tiff.ts'

/** What is known of a file before it is kept. `takenOn`: of a photo, the day; `wipes`: what must be written over so that it no longer says where it was made. */
export type Inspected =
  | { readonly isTaken: true; readonly kind: EvidenceKind; readonly takenOn: Day | null; readonly wipes: readonly Wipe[] }
  | { readonly isTaken: false; readonly found: string }

/** Looks at a file by its bytes, whatever it is called and however large it is: only the parts that tell are read. */
export async function inspectEvidence(file: Peek): Promise<Inspected> {
  const sniffed = await sniffEvidence(file)
  if (!('kind' in sniffed)) return { isTaken: false, found: sniffed.found }
  const { kind } = sniffed
  const { takenOn, wipes } = await shotOf(file, kind)
  const day = Day.safeParse(takenOn)
  return { isTaken: true, kind, takenOn: day.success ? day.data : null, wipes }
}

async function shotOf(file: Peek, kind: EvidenceKind): Promise<Shot> {
  switch (kind) {
    case 'jpeg':
      return readJpeg(file)
    case 'png':
      return readPng(file)
    case 'heic':
      return readHeic(file)
    case 'mp4':
    case 'mov':
    case 'm4a':
      return { ...NO_SHOT, wipes: await filmPositions(file) }
    case 'pdf':
    case 'ofd':
    case 'doc':
    case 'docx':
    case 'xls':
    case 'xlsx':
    case 'ppt':
    case 'pptx':
    case 'text':
    case 'mp3':
    case 'wav':
    case 'zip':
      return NO_SHOT
  }
}
