/** The kinds of evidence that are taken, by what their bytes are, with the endings a file of that kind may have; the first is added where none fits. */
export const kindEndings = {
  jpeg: ['jpg', 'jpeg'],
  png: ['png'],
  heic: ['heic', 'heif'],
  pdf: ['pdf'],
  ofd: ['ofd'],
  doc: ['doc', 'wps', 'dot'],
  docx: ['docx'],
  xls: ['xls', 'et'],
  xlsx: ['xlsx'],
  ppt: ['ppt', 'dps'],
  pptx: ['pptx'],
  text: ['txt', 'csv'],
  mp4: ['mp4', 'm4v'],
  mov: ['mov'],
  mp3: ['mp3'],
  m4a: ['m4a'],
  wav: ['wav'],
  zip: ['zip'],
} as const satisfies Record<string, readonly [string, ...string[]]>

/** 材料类型, by its bytes, never by its name. */
export type EvidenceKind = keyof typeof kindEndings

/** A name that says what the file is: `run.bat` of text becomes `run.bat.txt`, so that nothing starts that only seemed a document. */
export function downloadName(name: string, kind: EvidenceKind): string {
  const endings: readonly [string, ...string[]] = kindEndings[kind]
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return endings.includes(ending) ? name : `${name}.${endings[0]}`
}
