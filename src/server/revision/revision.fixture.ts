import * as z from 'zod'
import { PlanView } from '#contract/plan.ts'
import { SignedIn } from '#contract/session.ts'
import { RevisionView } from '#contract/revision.ts'
import { compile } from '#compiler/compile.ts'
import { storePlan } from '#server/import/plan.fixture.ts'
import type { ReadPlan } from '#server/import/read-plan.ts'
import type { Court } from '#server/occurrence/court.fixture.ts'

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

/** A plan that was read from words and is revised. */
export interface RevisedPlan {
  readonly id: string
  readonly view: () => Promise<Plan>
  /** The id of the commitment that has a number. */
  readonly at: (ref: string) => Promise<string>
  /** Answers what is asked, and confirms all. */
  readonly confirm: () => Promise<void>
  /** Imports words and holds them against the plan. */
  readonly compared: (text: string) => Promise<View>
  /** Holds a version against the plan once more. */
  readonly again: (revision: string) => Promise<View>
  readonly apply: (view: View, keys: readonly string[], more?: object) => ReturnType<Court['ask']>
}

const ANSWERS: Readonly<Record<string, object>> = {
  'in-force': { kind: 'interval', from: '2026-01-01', to: '2026-12-31' },
  'year-meaning': { kind: 'choice', value: 'calendar' },
  'first-period': { kind: 'choice', value: 'full' },
  'immediate-limit': { kind: 'days', days: 30 },
  'due-on': { kind: 'day', day: '2026-06-30' },
  'each-or-whole': { kind: 'choice', value: 'org' },
}

/** Imports words as a plan; gives its id. */
export async function importWords(court: Court, words: string): Promise<string> {
  const { accountId } = SignedIn.parse((await court.ask('GET', '/session')).body)
  return storePlan(court.server, accountId, readOf(words))
}

export async function revisedPlan(court: Court, words = PLAN): Promise<RevisedPlan> {
  const id = await importWords(court, words)
  const shown = async (answer: Awaited<ReturnType<Court['ask']>>): Promise<View> => {
    const made = z.object({ id: z.string() }).parse(answer.body)
    return RevisionView.parse((await court.ask('GET', `/plans/${id}/revisions/${made.id}`)).body)
  }
  const view = async (): Promise<Plan> => PlanView.parse((await court.ask('GET', `/plans/${id}`)).body)
  return {
    id,
    view,
    at: async (ref) => (await view()).commitments.find((each) => each.ref === ref)?.id ?? '',
    async confirm() {
      for (const { id: question, code } of (await view()).questions)
        await court.ask('POST', `/plans/${id}/questions/${question}/answer`, { answer: ANSWERS[code] ?? {} })
      await court.ask('POST', `/plans/${id}/confirm`, { clause: null })
    },
    compared: async (text) => shown(await court.ask('POST', `/plans/${id}/revisions`, { from: await importWords(court, text) })),
    again: async (revision) => shown(await court.ask('POST', `/plans/${id}/revisions/${revision}/again`)),
    apply: (compared, confirmed, more = {}) =>
      court.ask('POST', `/plans/${id}/revisions/${compared.revision.id}/apply`, { confirmed, ...more }),
  }
}

function readOf(text: string): ReadPlan {
  const lines = [...text.matchAll(/[^\n]+/g)]
  const blocks = lines.map((line) => ({ kind: 'paragraph' as const, span: { start: line.index, end: line.index + line[0].length } }))
  const document = { text, blocks, revisions: [] }
  return { document, draft: compile(document) }
}
