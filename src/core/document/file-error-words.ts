import type { FileKind, FormatErrorCode, FormatErrorParams } from '#core/document/file-error.ts'

export type Language = 'zh' | 'en'

/** A format error in words. `where` is empty if the file name says it all. */
export interface FormatErrorWords {
  readonly what: string
  readonly where: string
  readonly remedy: string
}

type Words = Readonly<Record<Language, readonly [what: string, remedy: string]>>

const REASONS: Readonly<Record<FormatErrorCode, Words>> = {
  empty: {
    zh: ['文件是空的（0 字节）', '请检查上传或拷贝是否完成，换一份有内容的文件'],
    en: ['The file is empty (0 bytes)', 'Check that copying had finished and take a file with content'],
  },
  'too-large': {
    zh: ['文件太大', '请去掉图片和附件，或拆成几个文件'],
    en: ['The file is too large', 'Remove pictures and attachments, or split it'],
  },
  'wrong-type': {
    zh: ['文件内容与扩展名不符', '请改成正确的扩展名，或用原来的软件打开，另存为 .docx'],
    en: [
      'The content is not what the file name says',
      'Give it the right extension, or open it in the program it came from and save it as .docx',
    ],
  },
  unsupported: {
    zh: ['不支持这种文件', '请另存为 .docx、.pdf 或 .txt'],
    en: ['This type of file is not supported', 'Save it as .docx, .pdf or .txt'],
  },
  encrypted: {
    zh: ['文件有密码保护', '请先去掉密码再导入'],
    en: ['The file is protected by a password', 'Remove the password first'],
  },
  damaged: {
    zh: ['文件已损坏', '请用原来的软件打开并另存一份，或重新拷贝'],
    en: ['The file is damaged', 'Open it in the program it came from and save a new copy, or copy it again'],
  },
  'zip-bomb': {
    zh: ['文件解压后的内容超出限度，或与其目录不符', '请用原来的软件打开并另存一份；来历不明的文件不要打开'],
    en: ['The file unpacks to more than it may, or not to what its directory says', 'Save a new copy; do not open files of unknown origin'],
  },
  'too-deep': {
    zh: ['文件结构嵌套过深', '请用原来的软件打开并另存一份'],
    en: ['The structure of the file is nested too deeply', 'Open it in the program it came from and save a new copy'],
  },
  'too-complex': {
    zh: ['文件结构过于庞大', '请拆成几个文件'],
    en: ['The structure of the file is too big', 'Split it'],
  },
  doctype: {
    zh: ['文件含有不允许的声明（DOCTYPE）', '请用 Word 或 WPS 打开并另存为 .docx'],
    en: ['The file holds a declaration that is not allowed (DOCTYPE)', 'Open it in Word or WPS and save it as .docx'],
  },
  'not-text': {
    zh: ['文件不是可识别的文本', '请另存为 UTF-8 或 GB18030 编码的文本，或 .docx'],
    en: ['The file is not text in a known encoding', 'Save it as text in UTF-8 or GB18030, or as .docx'],
  },
  'no-text': {
    zh: ['文件里没有文字', '如果是扫描件或图片，请先识别成文字再导入'],
    en: ['There is no text in the file', 'If it holds scanned pages or pictures, turn them into text first'],
  },
  'needs-office': {
    zh: ['读取旧版 Word、WPS 文件需要 LibreOffice，本机没有安装', '请安装 LibreOffice，或用 Word、WPS 另存为 .docx'],
    en: ['Old Word and WPS files need LibreOffice, which is not installed', 'Install LibreOffice, or save the file as .docx'],
  },
  timeout: {
    zh: ['读取超时', '请另存一份再试，或拆成几个文件'],
    en: ['Reading took too long', 'Save a new copy and try again, or split it'],
  },
  'out-of-memory': {
    zh: ['读取所需内存超出限度', '请拆成几个文件'],
    en: ['Reading needs more memory than allowed', 'Split it'],
  },
  aborted: {
    zh: ['读取已取消', '需要时请重新导入'],
    en: ['Reading was cancelled', 'Import it again when needed'],
  },
}

const KINDS: Readonly<Record<FileKind, Readonly<Record<Language, string>>>> = {
  text: { zh: '纯文本', en: 'plain text' },
  docx: { zh: 'Word 文档（.docx）', en: 'a Word document (.docx)' },
  docm: { zh: '带宏的 Word 文档（.docm）', en: 'a Word document with macros (.docm)' },
  xlsx: { zh: 'Excel 表格（.xlsx）', en: 'an Excel workbook (.xlsx)' },
  pptx: { zh: '演示文稿（.pptx）', en: 'a presentation (.pptx)' },
  zip: { zh: 'ZIP 压缩包', en: 'a ZIP archive' },
  ofd: { zh: 'OFD 版式文件', en: 'an OFD document' },
  odf: { zh: 'OpenDocument 文件', en: 'an OpenDocument file' },
  ole: { zh: '旧版 Office 或 WPS 文件', en: 'an old Office or WPS file' },
  doc: { zh: '旧版 Word 文档（.doc）', en: 'an old Word document (.doc)' },
  xls: { zh: '旧版 Excel 表格（.xls）', en: 'an old Excel workbook (.xls)' },
  ppt: { zh: '旧版演示文稿（.ppt）', en: 'an old presentation (.ppt)' },
  pdf: { zh: 'PDF 文件', en: 'a PDF' },
  rtf: { zh: 'RTF 文件', en: 'an RTF file' },
  html: { zh: '网页（HTML）', en: 'a web page (HTML)' },
  xml: { zh: 'XML 文件', en: 'an XML file' },
  image: { zh: '图片', en: 'a picture' },
  archive: { zh: '压缩包', en: 'an archive' },
  program: { zh: '程序', en: 'a program' },
}

/** What happened, where, and what to do, for people. */
export function describeFormatError(
  error: { readonly code: FormatErrorCode; readonly params: FormatErrorParams },
  language: Language,
): FormatErrorWords {
  const [reason, remedy] = REASONS[error.code][language]
  const { file, part, line, found, limit } = error.params
  const zh = language === 'zh'
  const colon = zh ? '：' : ': '
  const what = [
    reason,
    found === undefined ? '' : `${colon}${zh ? '实际是' : 'it is '}${KINDS[found][language]}`,
    limit === undefined ? '' : zh ? `（限度 ${limit}）` : ` (limit ${limit})`,
  ].join('')
  const where = [file, part, line === undefined ? undefined : zh ? `第 ${line} 行` : `line ${line}`]
  return { what, where: where.filter((place) => place !== undefined).join(zh ? '，' : ', '), remedy }
}

/** A format error as it comes over the API, where all parameters are text; null for codes that are no format errors. */
export function receivedFormatError(
  code: string,
  params: Readonly<Record<string, string>>,
): { readonly code: FormatErrorCode; readonly params: FormatErrorParams } | null {
  if (!isCode(code)) return null
  const { file, part, line, found, limit } = params
  return {
    code,
    params: {
      ...(file === undefined ? {} : { file }),
      ...(part === undefined ? {} : { part }),
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(found !== undefined && isKind(found) ? { found } : {}),
      ...(limit === undefined ? {} : { limit }),
    },
  }
}

function isCode(code: string): code is FormatErrorCode {
  return Object.hasOwn(REASONS, code)
}

function isKind(kind: string): kind is FileKind {
  return Object.hasOwn(KINDS, kind)
}
