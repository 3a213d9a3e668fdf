import type { EvidenceKind } from '#core/evidence/kind.ts'
import { oleKind } from '#formats/guard/ole-kind.ts'
import { sniffKind } from '#formats/guard/sniff-kind.ts'
import { latin, type Peek } from './peek.ts'
import { zipNames } from './zip-names.ts'

/** What a file is by its bytes: a kind that is taken, or what it was found to be instead. `macros`: an office document with programs in it. */
export type Sniffed = { readonly kind: EvidenceKind } | { readonly found: string }

const HEAD = 4096
/** Parts of OLE files are looked at one by one; their directory entries lie at multiples of 128 bytes. */
const CHUNK = 1 << 20

/** The kind of a file, whatever it is called. */
export async function sniffEvidence(file: Peek): Promise<Sniffed> {
  const head = await file.at(0, HEAD)
  const text = latin(head)
  const brand = text.slice(4, 8) === 'ftyp' ? text.slice(8, 12) : null
  if (brand !== null) return mediaKind(brand, text)
  if (text.startsWith('\xff\xd8\xff')) return { kind: 'jpeg' }
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'png' }
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return { kind: 'wav' }
  if (text.startsWith('ID3') || isAudioFrame(head)) return { kind: 'mp3' }
  const found = sniffKind(head)
  if (found === 'zip') return zipKind(file)
  if (found === 'ole') return oleKindOf(file)
  if (found === 'pdf') return { kind: 'pdf' }
  if (found !== 'text') return { found }
  return isText(head, file.size) ? { kind: 'text' } : { found: 'unknown' }
}

function mediaKind(brand: string, head: string): Sniffed {
  // a photo may name its format after the first brand
  if (/^(?:heic|heix|heim|heis|hevc|hevx)$/.test(brand)) return { kind: 'heic' }
  if (/^(?:mif1|msf1)$/.test(brand)) return /hei[cxms]/.test(head.slice(16, 64)) ? { kind: 'heic' } : { found: 'image' }
  if (/^M4[AB] $/.test(brand)) return { kind: 'm4a' }
  if (brand === 'qt  ') return { kind: 'mov' }
  return /^(?:isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|3gp\d)$/.test(brand) ? { kind: 'mp4' } : { found: 'media' }
}

/** A frame of MPEG-1/2 layer III (ISO/IEC 11172-3 2.4.2.3) with a bit rate and a sampling rate that exist. */
function isAudioFrame([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isSync = first === 0xff && (second & 0xe6) === 0xe2
  return isSync && third >> 4 > 0 && third >> 4 < 15 && (third & 0x0c) !== 0x0c
}

async function zipKind(file: Peek): Promise<Sniffed> {
  const zip = await zipNames(file)
  if (zip === null) return { found: 'damaged' }
  if (zip.isEncrypted) return { found: 'encrypted' }
  const has = (name: string): boolean => zip.names.has(name)
  if (has('ofd.xml')) return { kind: 'ofd' }
  if (!has('[content_types].xml')) return { kind: 'zip' }
  if ([...zip.names].some((name) => name.endsWith('vbaproject.bin'))) return { found: 'macros' }
  if (has('word/document.xml')) return { kind: 'docx' }
  if (has('xl/workbook.xml')) return { kind: 'xlsx' }
  return has('ppt/presentation.xml') ? { kind: 'pptx' } : { kind: 'zip' }
}

async function oleKindOf(file: Peek): Promise<Sniffed> {
  for (let at = 0; at < file.size; at += CHUNK) {
    const found = oleKind(await file.at(at, CHUNK))
    if (found === 'encrypted') return { found }
    if (found === 'doc' || found === 'xls' || found === 'ppt') return { kind: found }
  }
  return { found: 'ole' }
}

/** Whether bytes read as text: UTF-8, UTF-16 with its mark, or GB 18030, without control characters. */
function isText(head: Uint8Array, size: number): boolean {
  const isWhole = head.length === size
  const mark = latin(head.subarray(0, 2))
  const encodings = mark === '\xff\xfe' ? ['utf-16le'] : mark === '\xfe\xff' ? ['utf-16be'] : ['utf-8', 'gb18030']
  return encodings.some((encoding) => {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !isWhole })
      return !/[^\P{Cc}\t\n\v\f\r]/u.test(text) && !/^\s*(?:<svg|<script|#!)/i.test(text)
    } catch {
      return false
    }
  })
}
