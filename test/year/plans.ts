import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PlanView } from '#contract/plan.ts'
import type { Ask } from '#test/year/fill.ts'
import type { PlanQuestion } from '#test/year/year-court.ts'
import { type Defined, exampleDefinitions, vagueDefinitions } from '#test/year/example-definitions.ts'
import { examplePromises } from '#test/year/example-oracle.ts'
import { EXAMPLE_DUE, milestones } from '#test/year/milestones.ts'
import type { Names } from '#test/year/names.ts'
import type { InForce, Promised } from '#test/year/oracle.ts'
import { sampleDefinitions } from '#test/year/sample-definitions.ts'
import { samplePromises } from '#test/year/sample-oracle.ts'

/** A plan that the court lives by, with the answers its office gives. */
export interface YearPlan {
  readonly name: string
  readonly bytes: Uint8Array
  readonly inForce: InForce
  /** What is answered at once; null: left open. */
  readonly answerOf: (question: PlanQuestion) => object | null
  /** What a person changes before it is confirmed. */
  readonly prepare: (ask: Ask, planId: string) => Promise<void>
  readonly definitions: (names: Names) => readonly Defined[]
  readonly promises: readonly Promised[]
}

const choice = (value: string) => ({ kind: 'choice', value })
const words = (text: string) => ({ kind: 'words', text })
const root = path.resolve(import.meta.dirname, '../..')
const example = path.resolve(root, '../shared/example/court-plan.txt')

/** The sample plan, in years of its own from February on; what is cut short owes in full. */
export const samplePlan: YearPlan = {
  name: 'plan.txt',
  bytes: readFileSync(path.join(root, 'packs/court/sample/plan.txt')),
  inForce: { from: '2026-02-01', to: '2027-01-31', year: 'plan', partial: 'full' },
  answerOf({ code }) {
    if (code === 'in-force') return { kind: 'interval', from: '2026-02-01', to: '2027-01-31' }
    if (code === 'year-meaning') return choice('plan')
    if (code === 'first-period') return choice('full')
    if (code === 'pairs-or-total') return choice('pairs')
    return code === 'each-or-whole' ? choice('org') : null
  },
  // 各审判庭每月: the plan means each of them
  async prepare(ask, planId) {
    const { commitments } = PlanView.parse(await ask('GET', `/plans/${planId}`))
    const each = commitments.find(({ ref }) => ref === '3-3-5')
    if (each !== undefined && each.reading.scope?.value !== 'per-unit')
      await ask('PATCH', `/plans/${planId}/commitments/${each.id}`, { version: each.version, changes: { scope: 'per-unit' } })
  },
  definitions: (names) => [...sampleDefinitions(names), ...milestones.sample.definitions],
  promises: [...samplePromises, ...milestones.sample.promises],
}

/** Commitments of the example plan that are vague: what they are asked, and what a person says in June. */
export const vagueAnswers: Readonly<Record<string, { readonly code: string; readonly answer: object }>> = {
  '4-1-2': {
    code: 'definition',
    answer: {
      kind: 'definition',
      changes: { kind: 'count', comparator: '<=', value: '5', unit: '名', period: { unit: 'quarter', every: 1 } },
      note: '前5名',
    },
  },
  '4-2-4': { code: 'definition', answer: { kind: 'definition', changes: { comparator: '>=', value: '3', unit: '项' }, note: '' } },
  '4-3-4': {
    code: 'definition',
    answer: {
      kind: 'definition',
      changes: { kind: 'count', comparator: '>=', value: '1', unit: '次', period: { unit: 'half-year', every: 1 } },
      note: '',
    },
  },
}

/** The example plan, by calendar years; what is cut short owes by days. Null where ../shared is not here. */
export const examplePlan: YearPlan | null = existsSync(example)
  ? {
      name: 'court-plan.txt',
      bytes: readFileSync(example),
      inForce: { from: '2026-01-31', to: '2026-12-31', year: 'calendar', partial: 'pro-rata' },
      answerOf({ code, refs }) {
        if (refs.some((ref) => ref in vagueAnswers)) return null
        switch (code) {
          case 'in-force':
            return { kind: 'interval', from: '2026-01-31', to: '2026-12-31' }
          case 'year-meaning':
            return choice('calendar')
          case 'first-period':
            return choice('pro-rata')
          case 'each-or-whole':
            return choice('per-member')
          case 'pairs-or-total':
            return choice('pairs')
          case 'one-or-both':
            return choice(refs.includes('2-1-2') ? 'both' : 'one')
          case 'population':
            return words('名册所列全部')
          case 'due-on':
            return { kind: 'day', day: EXAMPLE_DUE }
          case 'base-period':
            return words('2025年')
          default:
            return null
        }
      },
      prepare: () => Promise.resolve(),
      definitions: (names) => [...exampleDefinitions(names), ...milestones.example.definitions, ...vagueDefinitions()],
      promises: [...examplePromises, ...milestones.example.promises],
    }
  : null
