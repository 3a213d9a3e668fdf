import type { Text } from './text.zh.ts'

const why: Readonly<Record<string, string>> = {
  history: 'it tells of finished work',
  condition: 'it is a condition',
  qualifier: 'it limits what is meant',
  score: 'it is a score',
  subsidy: 'it is a rate of subsidy',
  'not-promised': 'nothing is promised',
}

export const en = {
  code: {
    'no-text': () => 'The document holds no words.',
    'pages-without-text': ({ pages = '' }) => `No text on page ${pages} (scanned or empty): it was not read, please check.`,
    'cells-apart': () =>
      'A table in this file has each cell on a line of its own and could not be put together with certainty; it was read line by line, so units and time limits may be missing. Import it as .docx, .xlsx or .pdf instead.',
    'numbers-lost': () =>
      'LibreOffice is not installed, so only the words of this old file were read: automatic numbers are lost and tables may be out of order. Install it and import again, or save the file as .docx.',
    'no-measures': () => 'Nothing in it reads like a measure or a task: is it a rectification plan?',
    'no-document-day': () => 'The day of the document was not found; years of some dates may be wrong.',
    'impossible-date': ({ date = '' }) => `There is no day “${date}”, or its year is not known.`,
    'period-rounded': ({ words = '', unit = '', every = '' }) => `No whole unit holds “${words}”: it is read as every ${every} ${unit}s.`,
    'taught-wording': ({ words = '', phrase = '' }) => `“${words}” is mere wording (phrase rule “${phrase}”).`,
    'number-left-out': ({ words = '', why: reason = '' }) => `“${words}” is no commitment: ${why[reason] ?? 'nothing is promised'}.`,
  },
  other: (code) => `One place could not be read in full (${code}).`,
} satisfies Text
