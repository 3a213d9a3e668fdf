import type { Scope } from '#core/draft/reading.ts'

/** Words and the scope they have, or how it follows from them; and the character without which there are none. */
export type Row = readonly [pattern: RegExp, scope: Scope | ((words: string) => Scope), without?: string]

/** Endings of words for people: 各支部书记, 每名检察官, 各牵头领导. */
const person =
  /(?:成员|领导|干部|党员|干警|警员|辅警|法官|检察官|教师|导师|医师|护士|员工|职工|民警|人员|同志|代表|委员|[主班]任|书记|[^市县区乡镇州]长|负责人|责任人|专干|专员|网格员|辅导员|联络员|骨干|学员|学生|理事|经理)$/

/** Each of those: people, or offices. */
export function ofEach(words: string): Scope {
  if (/^每[名位](?:当事人|群众|患者|信访人|监测|学生|老人|儿童)/.test(words)) return 'per-case'
  if (/^每[名位人]/.test(words)) return 'per-member'
  return person.test(words) ? 'per-member' : 'per-unit'
}
