import type { PackFault } from '#core/pack/check-pack.ts'

type Words = { readonly [language in 'zh' | 'en']: string }
type Params = PackFault['params']

const words: Readonly<Record<PackFault['code'], (params: Params) => Words>> = {
  'no-such-field': () => ({ zh: '没有这个栏目', en: 'there is no such field' }),
  'not-for-this-type': ({ kind, type }) => ({
    zh: `条件 ${kind} 不适用于 ${type} 类型的栏目`,
    en: `the condition ${kind} is not for a field of type ${type}`,
  }),
  'no-such-option': ({ value }) => ({ zh: `选项中没有“${value}”`, en: `"${value}" is not among its options` }),
  'field-twice': () => ({ zh: '栏目重复', en: 'the field stands twice' }),
  'option-twice': () => ({ zh: '选项重复', en: 'an option stands twice' }),
  'options-in-english-uneven': () => ({ zh: '英文选项与选项个数不同', en: 'it has not as many options in English as options' }),
  'range-reversed': () => ({ zh: '最小值大于最大值', en: 'its least is above its most' }),
  'zero-field-not-yes-no': () => ({ zh: '零报告栏目应为“是否”类型', en: 'the field of a zero report must be yes or no' }),
  'measure-not-a-number': () => ({ zh: '计量栏目应为数字', en: 'the measured field must be a number' }),
  'completion-not-a-day': () => ({ zh: '办结栏目应为日期', en: 'the field of completion must be a day' }),
  'register-twice': () => ({ zh: '登记簿重复', en: 'the register stands twice' }),
  'group-twice': () => ({ zh: '分组重复', en: 'the group stands twice' }),
  'post-twice': () => ({ zh: '岗位重复', en: 'the post stands twice' }),
  'everyone-missing': () => ({ zh: '岗位中缺少 everyone', en: 'everyone is missing among the posts' }),
  'no-such-register': ({ register }) => ({ zh: `没有登记簿“${register}”`, en: `there is no register "${register}"` }),
  'no-such-group': ({ group }) => ({ zh: `没有分组“${group}”`, en: `there is no group "${group}"` }),
  'no-such-post': ({ post }) => ({ zh: `没有岗位“${post}”`, en: `there is no post "${post}"` }),
  'too-many-fields': ({ count, most }) => ({ zh: `栏目 ${count} 个，最多 ${most} 个`, en: `it has ${count} fields, ${most} at most` }),
  'no-fields': () => ({ zh: '没有栏目', en: 'it has no fields' }),
  'english-missing': () => ({ zh: '缺少英文名称', en: 'its English name is missing' }),
}

/** A fault of a pack in the words an operator reads. */
export function wordPackFault({ code, params }: PackFault): Words {
  return words[code](params)
}
