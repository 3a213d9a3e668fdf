import type { Responsibility } from '#compiler/outline/outline.ts'
import { isBody } from '#compiler/outline/office.ts'
import { partAt, type Sentence } from '#compiler/source/sentence.ts'
import { stated, type Certain } from '#core/text/certain.ts'

/** What follows a subject: when, how often, that it must, or what it does itself. */
const ACTS = '(?=每|要|应|须|负责|牵头|定期|逐|按|至少|全年|年内|\\d|会同|建立|履行|切实|听取|安排|带头|亲自|与|于|全面)'

/** One named post, or the members of a body, each: who leads. */
const LEADER = new RegExp(
  `^[由请]?((?:院|局|市|县|区|校|公司|集团)?(?:(?:党组|党委|党总支|党支部|支部|机关党委)书记(?:、院长)?|院长|检察长|局长|校长|董事长|总经理|(?:党组|党委)?(?:领导)?班子成员|(?:党组|党委)成员|分管(?:院|局)?领导|领导|主要负责人|主要领导))${ACTS}`,
)

/** A body or department: short, without the verbs that open a deed, ending like a name. */
const ORG = new RegExp(
  `^[由请]?((?!加强|强化|完善|建立|健全|推动|推进|开展|落实|组织|深化|严格|发挥|依托|围绕|成立|设立|选取|整合|配合|支持|督促|指导|[对在向与以按将把为])[\u4e00-\u9fff]{0,10}?(?:办公室|领导小组|专班|机关党委|机关纪委|党组|党委|党支部|督查室|督察室|政治部|监督部门|执行局|[立审执][\u4e00-\u9fff]庭|研究室|委员会|各(?:部门|支部|单位)))${ACTS}`,
)

const nobody: Responsibility = {
  leaders: [],
  leadOrgs: [],
  supportingOrgs: [],
  owners: [],
  nature: null,
  dueOn: null,
  limitOn: null,
  rhythm: null,
}

/**
 * Who answers for what stands at `at` of a sentence: the label lines, cells or notes of the clause where they name anybody, else the subject
 * that opens its part or one before it (院党组书记每月…, 领导小组办公室建立…).
 */
export function answerersOf(sentence: Sentence, at: number, answers: Responsibility | null): Responsibility | null {
  const named = answers ?? nobody
  if (named.leaders.length + named.leadOrgs.length + named.owners.length > 0) return answers
  const own = partAt(sentence, at)
  for (let index = own; index >= 0; index--) {
    const leader = subjectAt(sentence, index, LEADER)
    // 书记带头填报，每月核查通报: who leads the way in one part need not act in the next
    if (leader !== null && index < own && /^(?:带头|率先)/.test(leader.act)) return answers
    if (leader !== null) return { ...named, leaders: [leader.name] }
    const org = subjectAt(sentence, index, ORG) ?? bodyAt(sentence, index)
    if (org !== null) return { ...named, leadOrgs: [org.name] }
  }
  return answers
}

/** 防汛科：负责每日巡查2次: a body alone before a colon. */
function bodyAt(sentence: Sentence, index: number): { readonly name: Certain<string> } | null {
  const part = sentence.parts[index]
  if (part === undefined || sentence.text.charAt(part.end) !== ':') return null
  const name = sentence.text.slice(part.start, part.end)
  return isBody(name) ? { name: stated(name, sentence.spanOf(part)) } : null
}

function subjectAt(sentence: Sentence, index: number, pattern: RegExp): { readonly name: Certain<string>; readonly act: string } | null {
  const part = sentence.parts[index]
  if (part === undefined) return null
  const text = sentence.text.slice(part.start, part.end)
  const [whole = '', name = ''] = pattern.exec(text) ?? []
  if (name === '') return null
  const end = part.start + whole.length
  return { name: stated(name, sentence.spanOf({ start: end - name.length, end })), act: text.slice(whole.length) }
}
