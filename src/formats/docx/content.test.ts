import { expect, test } from 'vitest'
import { makeDocx, paragraph, run, showBlocks, type DocxParts } from '#test/formats/make-docx.ts'
import { readDocument } from '#formats/read-document.ts'

const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>
   <w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const p = (...content: string[]): string => `<w:p>${content.join('')}</w:p>`
const box = (...paragraphs: string[]): string => `<w:txbxContent>${paragraphs.join('')}</w:txbxContent>`
const boxTwice = (content: string): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp>
   </a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>
   <mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`

const STYLES = `<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="h"><w:name w:val="标题 2"/></w:style>
  <w:style w:type="paragraph" w:styleId="o"><w:name w:val="Outline"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>`

const CASES: readonly (readonly [name: string, parts: DocxParts, blocks: readonly string[]])[] = [
  ['runs, white space and entities', { body: p(run(' 甲 '), '<w:r><w:t> 乙&amp;\n丙 </w:t></w:r>') }, [' 甲 乙& 丙']],
  ['empty paragraphs leave no block', { body: p() + p(run('　')) + p(run('甲')) }, ['甲']],
  [
    'a line break ends a block',
    { body: p(run('甲'), '<w:r><w:br/></w:r>', run('乙'), '<w:r><w:br w:type="page"/></w:r>', run('丙')) },
    ['甲', '乙', '丙'],
  ],
  ['tabs and hyphens', { body: p(run('甲'), '<w:r><w:tab/><w:noBreakHyphen/><w:softHyphen/></w:r>', run('乙')) }, ['甲 | -乙']],
  [
    'symbols',
    {
      body: p(
        ...['Symbol" w:char="F0B3', 'Wingdings" w:char="F0FE', 'Wingdings" w:char="F001', 'Arial" w:char="00B1'].map(
          (sym) => `<w:r><w:sym w:font="${sym}"/></w:r>`,
        ),
      ),
    },
    ['≥☑\uFFFD±'],
  ],
  [
    'wrappers: links, smart tags, content controls, formulas, ruby',
    {
      body: `<w:sdt><w:sdtContent>${p(
        `<w:hyperlink>${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt>`,
        `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`,
        `<w:r><w:ruby><w:rt>${run('dīng')}</w:rt><w:rubyBase>${run('丁')}</w:rubyBase></w:ruby></w:r>`,
      )}</w:sdtContent></w:sdt><w:customXml>${p(run('戊'))}</w:customXml>`,
    },
    ['甲乙丙x=1丁', '戊'],
  ],
  [
    'hidden text: by run, by style, twice hidden shows again',
    {
      body:
        p(run('甲'), run('密', '<w:vanish/>'), run('密', '<w:rStyle w:val="gone"/>'), run('乙', '<w:vanish w:val="0"/>')) +
        paragraph('密', '<w:pStyle w:val="hidden"/>') +
        `<w:p><w:pPr><w:pStyle w:val="hidden"/></w:pPr>${run('丙', '<w:rStyle w:val="gone"/>')}</w:p>`,
      styles: STYLES,
    },
    ['甲乙', '丙'],
  ],
  [
    'a hidden paragraph mark joins',
    { body: `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run('甲')}</w:p>${p(run('乙'))}` },
    ['甲乙'],
  ],
  [
    'headings by style name, style outline and own outline',
    {
      body: [
        '<w:pStyle w:val="h"/>',
        '<w:pStyle w:val="o"/>',
        '<w:outlineLvl w:val="0"/>',
        '<w:pStyle w:val="h"/><w:outlineLvl w:val="9"/>',
      ]
        .map((style) => paragraph('文', style))
        .join(''),
      styles: STYLES,
    },
    ['heading2: 文', 'heading3: 文', 'heading1: 文', '文'],
  ],
  [
    'fields: results, not instructions, also nested',
    {
      body:
        p(run('共'), field('IF ', run('12')), run('项'), `<w:fldSimple w:instr="DATE">${run('3月')}</w:fldSimple>`) +
        p(
          `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('REF x', run('密'))}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('甲')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
        ),
    },
    ['共12项3月', '甲'],
  ],
  [
    'a field that never ends swallows nothing',
    { body: p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>', run('甲')) + p(run('乙')) },
    ['甲', '乙'],
  ],
  [
    'tables of contents are left out',
    {
      body: `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(run('目录'))}</w:sdtContent></w:sdt>
        ${p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>', run('一、目标 1'))}
        ${p(run('二、任务 2'), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')}${p(run('一、目标'))}`,
    },
    ['一、目标'],
  ],
  [
    'notes after the body, in the order of their marks',
    {
      body:
        p(run('甲'), '<w:r><w:endnoteReference w:id="2"/></w:r>', run('乙'), '<w:r><w:footnoteReference w:id="3"/></w:r>') + p(run('丙')),
      footnotes: `<w:footnote w:type="separator" w:id="0">${p(run('线'))}</w:footnote><w:footnote w:id="3">${p('<w:r><w:footnoteRef/></w:r>', run(' 脚注'))}${p(run('续'))}</w:footnote>
        <w:footnote w:id="4">${p(run('无人引用'))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p(run('尾注'))}</w:endnote>`,
    },
    ['甲乙', '丙', 'note: 尾注', 'note:  脚注', 'note: 续'],
  ],
  [
    'text boxes once, after their paragraph',
    {
      body:
        p(run('甲'), boxTwice(box(p(run('框一')), p(run('框二')))), run('乙')) +
        p(`<w:r><w:pict><v:shape><v:textbox>${box(p(run('旧框')))}</v:textbox></v:shape></w:pict></w:r>`),
    },
    ['甲乙', 'textBox: 框一', 'textBox: 框二', 'textBox: 旧框'],
  ],
  ['embedded objects stay unread', { body: p(run('甲'), `<w:r><w:object>${box(p(run('密')))}</w:object></w:r>`) }, ['甲']],
]

test.for(CASES)('%s', ([, parts, blocks]) => {
  expect(showBlocks(readDocument('方案.docx', makeDocx(parts)))).toEqual(blocks)
})
