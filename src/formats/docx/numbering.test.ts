import { expect, test } from 'vitest'
import { inList, level, makeDocx, numbering, paragraph, showBlocks, type DocxParts } from '#test/formats/make-docx.ts'
import { readDocument } from '#formats/read-document.ts'

const PLAN = numbering(
  level(0, 'chineseCounting', '%1、') +
    level(1, 'chineseCounting', '（%2）') +
    level(2, 'decimal', '%3.') +
    level(3, 'decimalEnclosedCircle', '%4'),
)
const OUTLINE = level(0, 'chineseCounting', '第%1章') + level(1, 'decimal', '%1.%2', '<w:isLgl/>') + level(2, 'lowerLetter', '%3)')

/** Paragraphs named 甲, 乙 … at the given lists and levels. */
function items(...places: (readonly [list: number, level: number])[]): string {
  return places.map(([list, index], at) => paragraph('甲乙丙丁戊己庚辛壬癸'.charAt(at), inList(list, index))).join('')
}

const STYLES = `
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="own"><w:name w:val="My"/><w:basedOn w:val="h2"/></w:style>
  <w:style w:type="paragraph" w:styleId="off"><w:name w:val="Off"/><w:basedOn w:val="h2"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
  <w:style w:type="numbering" w:styleId="list"><w:name w:val="List"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`
const styled = (style: string, more = ''): string => paragraph('文', `<w:pStyle w:val="${style}"/>${more}`)

const CASES: readonly (readonly [name: string, parts: DocxParts, blocks: readonly string[]])[] = [
  [
    'levels start anew below each higher item',
    { body: items([1, 0], [1, 1], [1, 2], [1, 2], [1, 1], [1, 2], [1, 0], [1, 1], [1, 3]), numbering: PLAN },
    ['一、甲', '（一）乙', '1. 丙', '2. 丁', '（二）戊', '1. 己', '二、庚', '（一）辛', '①壬'],
  ],
  [
    'legal numbers and levels above',
    { body: items([1, 0], [1, 1], [1, 1], [1, 0], [1, 1], [1, 2]), numbering: numbering(OUTLINE) },
    ['第一章 甲', '1.1 乙', '1.2 丙', '第二章 丁', '2.1 戊', 'a) 己'],
  ],
  [
    'a level that runs on across higher ones',
    {
      body: items([1, 0], [1, 1], [1, 0], [1, 1]),
      numbering: numbering(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2．', '<w:lvlRestart w:val="0"/>')),
    },
    ['一、甲', '1．乙', '二、丙', '2．丁'],
  ],
  [
    'lists of one scheme count on, an override starts anew once',
    {
      body: items([1, 0], [2, 0], [3, 0], [3, 0], [1, 0]),
      numbering: `${numbering(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`,
    },
    ['1. 甲', '2. 乙', '5. 丙', '6. 丁', '7. 戊'],
  ],
  [
    'an override of the level itself',
    {
      body: items([2, 0], [2, 0]),
      numbering: `${numbering(level(0, 'decimal', '%1.'))}<w:num w:numId="2"><w:abstractNumId w:val="0"/>
        <w:lvlOverride w:ilvl="0">${level(0, 'ideographTraditional', '%1、')}</w:lvlOverride></w:num>`,
    },
    ['甲、甲', '乙、乙'],
  ],
  [
    'what parts number and text',
    {
      body: items([1, 0], [2, 0], [3, 0], [4, 0], [5, 0]),
      numbering: numbering(
        level(0, 'decimal', '%1.', '<w:suff w:val="nothing"/>'),
        level(0, 'decimal', '%1.', '<w:suff w:val="space"/>'),
        level(0, 'bullet', '\uF06C'),
        level(0, 'bullet', '◆'),
        level(0, 'none', ''),
      ),
    },
    ['1.甲', '1. 乙', '• 丙', '◆ 丁', '戊'],
  ],
  [
    'numbers of empty paragraphs are kept',
    { body: `${paragraph('', inList(1, 0))}${paragraph('甲', inList(1, 0))}`, numbering: PLAN },
    ['一、', '二、甲'],
  ],
  [
    'numbers by style, inherited, switched off, and by a numbering style',
    {
      body: [styled('h1'), styled('h2'), styled('own'), styled('off'), styled('h2', inList(0, 0)), paragraph('文', inList(3, 0))].join(''),
      styles: STYLES,
      numbering: `${numbering(level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）'), level(0, 'decimal', '%1)'))}
        <w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="list"/></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`,
    },
    ['heading1: 一、文', 'heading2: （一）文', 'heading2: （二）文', 'heading2: 文', 'heading2: 文', '1) 文'],
  ],
  [
    'a level tied to a style',
    {
      body: styled('x') + styled('y'),
      styles: ['x', 'y']
        .map((id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`)
        .join(''),
      numbering: numbering(
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="x"/>') + level(1, 'decimal', '%2．', '<w:pStyle w:val="y"/>'),
      ),
    },
    ['一、文', '1．文'],
  ],
  [
    'a format newer than the standard',
    {
      body: items([1, 0]),
      numbering: numbering(
        `<w:lvl w:ilvl="0"><w:start w:val="3"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001"/></mc:Choice>
          <mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1、"/></w:lvl>`,
      ),
    },
    ['03、甲'],
  ],
  ['lists that are not there', { body: items([9, 0], [1, 8]), numbering: PLAN }, ['甲', '乙']],
  [
    'styles based on one another in a circle',
    {
      body: styled('x'),
      styles: `<w:style w:styleId="x"><w:basedOn w:val="y"/></w:style><w:style w:styleId="y"><w:basedOn w:val="x"/></w:style>`,
    },
    ['文'],
  ],
]

test.for(CASES)('%s', ([, parts, blocks]) => {
  expect(showBlocks(readDocument('方案.docx', makeDocx(parts)))).toEqual(blocks)
})
