import type { OrgKind } from '#core/org/organisation.ts'
import type { PackWords } from '#core/pack/pack-words.ts'
import type { SheetField } from '#core/org/sheet.ts'

/** Words at the head of a column; the first one stands in the template. */
export const HEADERS: Readonly<Record<SheetField, readonly string[]>> = {
  org: ['单位', '单位名称', '部门', '部门名称', '机构', '机构名称', '内设机构', '所在单位', '所在部门', '工作单位'],
  parent: ['上级单位', '上级', '上级机构', '上级部门', '所属单位', '隶属单位', '隶属'],
  kind: ['单位类别', '类别', '机构类别', '机构性质', '单位性质'],
  aliases: ['简称', '单位简称', '又称', '别名', '其他名称'],
  title: ['职务', '职务名称', '现任职务', '岗位', '岗位名称'],
  rank: ['身份', '层级', '职级', '级别'],
  isHead: ['主要负责人', '是否主要负责人', '负责人', '一把手'],
  person: ['姓名', '人员', '人员姓名', '名字'],
  groups: ['群组', '所在群组', '分组', '组别', '小组'],
  inChargeOf: ['分管', '分管单位', '分管部门', '分管领域'],
  contactUnit: ['联系点', '基层联系点', '联系单位', '联系部门'],
  from: ['起始日期', '任职日期', '任职时间', '开始日期', '到任日期', '起'],
  to: ['截止日期', '免职日期', '离任日期', '结束日期', '止'],
}

/** 机构类别 as a sheet of any field writes it; the first word stands in the template. */
export const KIND_WORDS: Readonly<Record<OrgKind, readonly string[]>> = {
  institution: ['单位', '机关', '本级', '下级单位', '下属单位', '法人单位'],
  department: ['部门', '内设机构', '内设部门', '处室', '科室'],
  branch: ['派出机构', '分支机构', '派驻机构'],
}

/** The kind a word says, generally or in a field; undefined where it says none. */
export function kindOf(word: string, { institutions, departments, branches }: PackWords): OrgKind | undefined {
  const own: Readonly<Record<OrgKind, readonly string[]>> = { institution: institutions, department: departments, branch: branches }
  return (['institution', 'department', 'branch'] as const).find((kind) => KIND_WORDS[kind].includes(word) || own[kind].includes(word))
}

const YES = ['是', '√', '✓', '有', '1', 'y', 'yes', 'true']
const NO = ['否', '×', '无', '0', 'n', 'no', 'false']

/** A cell that says yes or no; undefined for anything else, null where it is empty. */
export function yesOrNo(cell: string): boolean | null | undefined {
  const word = cell.trim().toLowerCase()
  if (word === '') return null
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined
}

/** Names in one cell: separated by 、，；/ or line breaks. */
export function namesIn(cell: string): readonly string[] {
  const names = cell
    .split(/[、，,；;/\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Set(names)]
}

const HEADS = ['局长', '处长', '科长', '部长', '主任', '队长', '书记', '所长', '馆长', '组长', '站长']

/** Whether a title is that of who leads: it ends in a word for one, of any field or of this one (`heads`), and none says 副, 助理 or 原. */
export function impliesHead(title: string, { heads }: Pick<PackWords, 'heads'>): boolean {
  return [...HEADS, ...heads].some((head) => title.endsWith(head)) && !/[副原]|助理|常务/.test(title)
}
