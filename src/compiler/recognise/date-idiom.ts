type Groups = Readonly<Record<string, string | undefined>>

/** 第四季度拟再开展2轮: what is still to be done. */
const plans = /^(?:拟|将|计划|要)(?!于)/
/** What stands behind 年初 and 年中 where they describe an amount (年初预算) or an event (年中追加). */
const amounts: Readonly<Record<string, RegExp>> = {
  年初: /^(?:预算|存量|余额|基数|结存|在册|计划数|数)/,
  年中: /^(?:追加|调整|调剂|新增)/,
}
/** 年底考核结果: what happens then. */
const event = /^(?:考核|考评|绩效|评优|述职|决算|奖金|测评结果)/
/** 一季度小结, 上半年报表: the name of a paper. */
const paper = /^(?:工作)?(?:小结|总结|报告|报表|简报|台账|数据|账目|考核结果)/
/** 纳入年底效能考核: one of what is looked at then. */
const listed = /(?:纳入|列入|计入|作为|结合)$/

/** 每月, 每年, 下半年 of a count of years, 去年, 一季度一次 and the like are no dates of their own. `groups` of the date's pattern. */
export function isIdiom(text: string, start: number, groups: Groups): boolean {
  const bare = groups['year'] === undefined && groups['y'] === undefined && groups['relative'] === undefined
  if (bare && /[每\d〇零一二三四五六七八九十去上前两几近半]/.test(text.charAt(start - 1))) return true
  const part = groups['part'] ?? ''
  const behind = text.slice(start + (groups['lead'] ?? '').length + part.length)
  if (bare && isPartOfYear(part, text.slice(0, start), behind)) return true
  const quarter = groups['quarter']
  if (part.startsWith('第') && bare && !plans.test(behind)) return !/[前末底]/.test(groups['before'] ?? '') && !/^[末底]/.test(behind)
  return quarter !== undefined && /^(?:一次|至少|不少于|1次)/.test(behind)
}

function isPartOfYear(part: string, before: string, behind: string): boolean {
  if (part === '全年' || /^[底末]$/.test(part) || amounts[part]?.test(behind) === true) return true
  if (/^年[底末]$/.test(part)) return event.test(behind) || listed.test(before)
  return /季|[上下]半年/.test(part) && paper.test(behind)
}
