import * as z from 'zod'
import { PlanView } from '#contract/plan.ts'
import { SignedIn } from '#contract/session.ts'
import { RevisionView } from '#contract/revision.ts'
import { compile } from '#compiler/compile.ts'
import { storePlan } from '#server/import/plan.fixture.ts'
import type { ReadPlan } from '#server/import/read-plan.ts'
import { type Court, startCourt } from '#server/occurrence/court.fixture.ts'

/** A plan with numbers, a part of one, and a promise without any. */
export const PLAN = `某院整改方案
一、聚焦学习方面
（一）存在问题
研讨不够紧密。
（二）整改措施
1.改进学习。每年组织专题学习不少于12次，其中法治专题不少于4次。每季度组织庭审观摩2次。
2.完善制度。修订议事规则。每月通报1次学习情况。
二、聚焦作风方面
（一）存在问题
文多会多。
（二）整改措施
1.精简会议。每年召开座谈会不少于3次，由办公室牵头。`

type View = z.infer<typeof RevisionView>
type Plan = z.infer<typeof PlanView>

/** A court whose second plan was read from words. */
export interface RevisedCourt extends Court {
  /** The plan that is revised. */
  readonly id: string
  readonly plan: () => Promise<Plan>
  /** Imports words as a plan; gives its id. */
  readonly imported: (text: string) => Promise<string>
  /** Imports words and holds them against the plan. */
  readonly compared: (text: string) => Promise<View>
  readonly apply: (view: View, keys: readonly string[], more?: object) => ReturnType<Court['ask']>
}

export async function startRevisedCourt(text = PLAN): Promise<RevisedCourt> {
  const court = await startCourt()
  const { accountId } = SignedIn.parse((await court.ask('GET', '/session')).body)
  const imported: RevisedCourt['imported'] = (words) => storePlan(court.server, accountId, readOf(words))
  const id = await imported(text)
  const plan = async (): Promise<Plan> => PlanView.parse((await court.ask('GET', `/plans/${id}`)).body)
  return {
    ...court,
    id,
    plan,
    imported,
    async compared(words) {
      const answer = await court.ask('POST', `/plans/${id}/revisions`, { from: await imported(words) })
      const made = z.object({ id: z.string() }).parse(answer.body)
      return RevisionView.parse((await court.ask('GET', `/plans/${id}/revisions/${made.id}`)).body)
    },
    apply: (view, confirmed, more = {}) => court.ask('POST', `/plans/${id}/revisions/${view.revision.id}/apply`, { confirmed, ...more }),
  }
}

function readOf(text: string): ReadPlan {
  const lines = [...text.matchAll(/[^\n]+/g)]
  const blocks = lines.map((line) => ({ kind: 'paragraph' as const, span: { start: line.index, end: line.index + line[0].length } }))
  const document = { text, blocks, revisions: [] }
  return { document, draft: compile(document) }
}
