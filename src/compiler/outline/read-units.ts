import type { Block, SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'
import { isRemark } from './remark.ts'
import { findTextRows } from './text-tables.ts'
import type { Unit } from './unit.ts'

const chromeWords =
  /^(?:复制下载|阅读全文|展开全文|点击下载|下载(?:本文|文档|全文|附件)?|收藏(?:本文)?|分享(?:到.*)?|打印(?:本页)?|返回顶部|返回列表|查看全文|字号.*|【?(?:大|中|小)】?(?:\s*【?(?:大|中|小)】?)*|上一篇.*|下一篇.*|相关阅读.*|相关推荐.*|扫一扫.*|登录后.*|.*被锁住了.*|.*剩余\d+%.*|.*(?:VIP|付费).*(?:阅读|下载|文档).*|版权所有.*|第\s*\d+\s*页.*|-\s*\d+\s*-|\d+\s*\/\s*\d+)$/i
const chromeLabels =
  /^(?:字数|浏览(?:次数|量)?|点击(?:数|量|次数)?|阅读(?:次数|量|数)?|发布(?:时间|日期|机构|者)?|来源|信息来源|文章来源|作者|编辑|责任编辑|审核|时间|日期|索引号|文号|主题词|成文日期|公开方式|访问量?|填报[人单位日期时间]{1,2}|填表[人单位日期时间]{1,2}|制表[人单位日期时间]{1,2}|审核人|联系电话)\s*:/
const closing =
  /^(?:[特专]此(?:报告|通知|函告|函复|说明)[。.]?|(?:此件|\(此件).{0,12}\)?|以上报告.{0,20}|\(?联系(?:人|电话|方式|地址).*|欢迎.{0,30}监督.*|监督电话.*|附件?[:：].*|抄送.*|抄报.*|印发.*)$/
const day =
  /^(?:\(.{0,8}\))?(?:(?:19|20)\d{2}|二[〇零]..)\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日(?:印发)?$/
const attachment = /^附件?\s*\d{0,2}\s*[::]|^附\s*[::]/

/** The lines of a document: rows, texts, remarks, and what is left out (page chrome, signature, list of attachments). */
export function readUnits(document: SourceDocument, folded: string): Unit[] {
  const { blocks } = document
  const textRows = findTextRows(
    folded,
    blocks.map((block) => (block.kind === 'row' || block.kind === 'heading' ? { start: 0, end: 0 } : block.span)),
  )
  const units = blocks.map((block, index): Unit => textRows.get(index) ?? unitOf(block, folded))
  const kept = leaveOutClosing(units, folded)
  return leaveOutAttachments(nameTitle(kept, folded), folded)
}

function unitOf(block: Block, folded: string): Unit {
  const { span } = block
  if (block.kind === 'row' && block.cells !== undefined) {
    return { kind: 'row', span, table: `table${block.table ?? 0}`, cells: block.cells, isLoose: false }
  }
  const words = folded.slice(span.start, Math.min(span.end, span.start + 80)).trim()
  if (/^附件? ?[\d一二三四五六七八九十]{0,3}[:]?$/.test(words)) return { kind: 'skipped', span }
  if (words === '' || (words.length < 60 && (chromeWords.test(words) || chromeLabels.test(words)))) return { kind: 'skipped', span }
  if (isRemark(words)) return { kind: 'remark', span }
  return { kind: 'text', span, level: block.kind === 'heading' ? (block.level ?? null) : null }
}

/** Signature, date and closing phrase at the end of a document. */
function leaveOutClosing(units: readonly Unit[], folded: string): Unit[] {
  const kept = [...units]
  let isDated = false
  for (let index = kept.length - 1; index > 0; index--) {
    const unit = kept[index]
    if (unit === undefined || unit.kind === 'skipped') continue
    const words = folded.slice(unit.span.start, unit.span.end).trim()
    if (unit.kind !== 'text' || words.length > 60) break
    const isSigned = isDated && words.length <= 40 && !/[。;,:、]|^[(\d]|^[一二三四五六七八九十]+[、.]/.test(words)
    if (!closing.test(words) && !day.test(words.replaceAll(' ', '')) && !isSigned) break
    isDated ||= day.test(words.replaceAll(' ', ''))
    kept[index] = { kind: 'skipped', span: unit.span }
  }
  return kept
}

/** Lines of a list of attachments: 附件：1.… and those that follow with the next numbers. */
function leaveOutAttachments(units: readonly Unit[], folded: string): Unit[] {
  let next = 0
  return units.map((unit): Unit => {
    if (unit.kind !== 'text') return unit
    const words = folded.slice(unit.span.start, Math.min(unit.span.end, unit.span.start + 80)).trim()
    if (attachment.test(words)) {
      next = 2
      return { kind: 'skipped', span: unit.span }
    }
    const isNext = next > 0 && words.length < 60 && !/[。;]/.test(words) && words.startsWith(`${next}`) && /^\d+[.、]/.test(words)
    next = isNext ? next + 1 : 0
    return isNext ? { kind: 'skipped', span: unit.span } : unit
  })
}

const titleEnd =
  /(?:方案|通知|意见|报告|清单|计划|台账|任务表|分解表|一览表|要点|办法|细则|规划|纲要|通报|规定|措施|决定|函|表|书|安排|制度|承诺|总结|汇报|情况|公告)(?:\(.{1,16}\))?$/
const titleLike = /^[^。;！？]{4,80}$/

/** The first lines of a document up to the one that ends like a title (…方案, …的通知). */
function nameTitle(units: readonly Unit[], folded: string): Unit[] {
  const heads: number[] = []
  for (const [index, unit] of units.entries()) {
    if (unit.kind === 'skipped' && heads.length === 0) continue
    if (unit.kind !== 'text' || heads.length === 3) break
    const words = folded.slice(unit.span.start, unit.span.end).trim()
    if (
      !titleLike.test(words) ||
      /[:,]$/.test(words) ||
      /^(?:【|[一二三四五六七八九十]+ ?、|[壹贰叁肆伍陆柒捌玖拾]{1,2}[、. ]|[壹贰叁肆](?=[\u4e00-\u9fff])|\( ?[一二三四五六七八九十]+ ?\)|\d+(?:[.、]|\.\d+| )|第.{1,3}[章条部]|第[一二三四五六七八九十]{1,2}[,、])/.test(
        words,
      )
    )
      break
    heads.push(index)
    if (titleEnd.test(words)) break
  }
  const last = heads.at(-1)
  const isTitle = last !== undefined && titleEnd.test(textOfUnit(units[last], folded))
  const chosen = new Set(isTitle ? heads : heads.slice(0, 1).filter((index) => textOfUnit(units[index], folded).length <= 50))
  return units.map((unit, index) =>
    chosen.has(index) ? { kind: 'title', span: unit.span, level: unit.kind === 'text' ? unit.level : null } : unit,
  )
}

function textOfUnit(unit: Unit | undefined, folded: string): string {
  return unit === undefined ? '' : folded.slice(unit.span.start, unit.span.end).trim()
}

/** The title of a document as written, its lines joined; else the words before the first blank that end like one; else empty. */
export function titleOf(units: readonly Unit[], text: string): string {
  const titles = units.flatMap((unit) => (unit.kind === 'title' ? [unit] : []))
  // the name of a sheet over the title in its first row is no part of it
  const isNamed = titles.length > 1 && titles[0]?.level !== null && titles[1]?.level === null
  const spans: Span[] = titles.slice(isNamed ? 1 : 0).map(({ span }) => span)
  if (spans.length > 0) return spans.map(({ start, end }) => text.slice(start, end).trim()).join('')
  const first = units.find(({ kind }) => kind !== 'skipped')
  if (first === undefined) return ''
  const words = /^\s*(\S{4,60})(?:\s|$)/.exec(text.slice(first.span.start, Math.min(first.span.end, first.span.start + 80)))?.[1] ?? ''
  return titleEnd.test(words) ? words : ''
}
