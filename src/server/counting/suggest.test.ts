import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { Day, Instant } from '#core/day/day.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import type { QuestionCode } from '#core/draft/question.ts'
import { readDocument } from '#formats/read-document.ts'
import type { PlanFrame } from '#core/plan/plan.ts'
import { suggestDefinition } from '#core/terms/suggest-definition.ts'
import type { Terms } from '#core/terms/terms.ts'
import { termsOf } from '#core/terms/terms-of.ts'
import { implied } from '#core/text/certain.ts'
import { sampleOrganisation } from '#server/counting/sample-organisation.fixture.ts'
import { loadPacks } from '#server/pack/load-packs.ts'

const packs = await loadPacks()
function groundOf(id: string) {
  const pack = packs.find(({ manifest }) => manifest.id === id)
  if (pack === undefined) throw new Error(`no pack ${id}`)
  return { organisation: sampleOrganisation(pack, packs.indexOf(pack)), registers: pack.registers, words: pack.manifest.words }
}
const court = groundOf('court')
const enterprise = groundOf('enterprise')
const names = new Map(
  [court.organisation, enterprise.organisation].flatMap(({ groups, posts, terms }) => [
    ...groups.map(({ id, name }) => [id, name] as const),
    ...posts.map(({ id, title }) => [id, title] as const),
    ...terms.map(({ org, name }) => [org, name] as const),
  ]),
)
const frame: PlanFrame = {
  inForceFrom: Day.parse('2026-01-01'),
  inForceTo: Day.parse('2026-12-31'),
  yearMeaning: 'calendar',
  firstPeriod: 'full',
  immediateLimitDays: 30,
}
const ANSWERS: Partial<Record<QuestionCode, string>> = { 'one-or-both': 'one', 'base-period': '2025年' }
const by = { by: '张三', at: Instant.parse('2026-01-01T00:00:00Z') }

/** What is suggested for the commitments of a plan, where its questions are answered: with each counterpart, one event for both, against 2025. */
function suggestAll(file: string, ground = court) {
  const plan = readDocument('plan.txt', readFileSync(file))
  const { commitments, questions } = compile(plan)
  const ids = new Map(
    commitments.map(({ id }, index) => [id, CommitmentId.parse(`00000000-0000-4000-9000-${String(index).padStart(12, '0')}`)]),
  )
  const found = commitments.map((draft: DraftCommitment) => {
    const asked = questions.filter((question) => question.commitments.includes(draft.id)).map(({ code }) => code)
    const reading = asked.includes('pairs-or-total') ? { ...draft.reading, scope: implied('pairs' as const, 'person') } : draft.reading
    const basis = asked.flatMap((code) => (ANSWERS[code] === undefined ? [] : [{ code, answer: ANSWERS[code], ...by }]))
    const id = ids.get(draft.id) ?? CommitmentId.parse('')
    const within = ids.get(draft.within ?? '') ?? null
    const { span, sentence } = draft
    const said = {
      id,
      reading,
      basis,
      within,
      text: plan.text.slice(span.start, span.end),
      before: plan.text.slice(sentence.start, span.start),
    }
    const whole = { ...said, after: plan.text.slice(span.end, sentence.end) }
    const suggestion = suggestDefinition(whole, ground)
    if (suggestion === null) throw new Error('nothing was suggested')
    return { ref: draft.ref, said: whole, suggestion, terms: termsOf(said, frame, suggestion.definition) }
  })
  return new Map(found.map((each) => [each.ref, each]))
}

/** Every choice and party in a value, in its order. */
function named(value: unknown): string {
  if (typeof value === 'string') return names.get(value) ?? value
  if (Array.isArray(value)) return value.map(named).join('+')
  if (typeof value !== 'object' || value === null) return ''
  const kept = Object.entries(value).filter(([key]) => !['kind', 'reach', 'register', 'field', 'with', 'of'].includes(key) || key === 'of')
  return kept
    .flatMap(([, each]) => named(each))
    .filter((each) => each !== '')
    .join('+')
}

/** Terms in one line: whom they hold for · what is measured · the records · what else must hold. */
function inWords({ scope, target: { measure }, counting }: Terms): string {
  const side =
    measure.kind === 'ratio' ? `${simple(measure.numerator.measure)} / ${measure.denominator.counting?.sources[0]?.register ?? ''}` : ''
  const measured = measure.kind === 'change' ? `${measure.direction} against ${named(measure.base) || measure.base.kind}` : simple(measure)
  const more = [
    counting.needs === 'accepted' ? 'accepted' : '',
    counting.completion === null ? '' : `${counting.completion.counts} ${counting.completion.field}`,
    counting.within === null ? '' : 'within',
    counting.before === null ? '' : `before ${named(counting.before.where)}`,
  ]
  const sources = counting.sources.map(({ register, where }) => `${register}(${named(where)})`).join(` ${counting.mode} `)
  return [`${scope.kind} ${named(scope)}`, side === '' ? measured : side, sources, ...more].filter((each) => each !== '').join(' · ')
}

function simple(measure: object): string {
  return Object.values(measure).map(named).join(' ')
}

function lineOf(found: ReturnType<typeof suggestAll>, ref: string): string {
  const terms = found.get(ref)?.terms
  return terms?.kind === 'terms'
    ? inWords(terms.terms)
    : terms?.kind === 'questions'
      ? `? ${terms.open.join(' ')}`
      : (terms?.kind ?? 'none')
}

const sample = suggestAll(path.join(import.meta.dirname, '../../../packs/court/sample/plan.txt'))

test.for([
  ['二-1-1', 'org 澜川市中级人民法院 · latest value · rate-indicator(集中整改任务完成率)'],
  ['1-1-1', 'org 澜川市中级人民法院 · count · study-session()'],
  ['1-1-2', 'org 澜川市中级人民法院 · count · study-session(审判执行难点)'],
  ['1-1-3', 'org 澜川市中级人民法院 · count · study-session(基层一线法官) · within'],
  ['1-1-6', 'record 学习纪要印发 · achieved · timed-matter(学习纪要印发) · done doneOn'],
  ['1-2-1', 'each 班子成员 · days · field-research()'],
  ['1-2-2', 'each 班子成员 · count · research-output(调研报告)'],
  ['1-2-3', 'org 澜川市中级人民法院 · count / research-tracking · research-tracking(已采纳+部分采纳)'],
  ['1-3-3', 'org 澜川市中级人民法院 · achieved · work-done() any regulation-made()'],
  ['2-1-4', '? event counting'],
  ['2-2-1', 'each 院领导 · count · reception()'],
  ['2-2-2', 'post 党组书记、院长 · days · reception()'],
  ['2-2-3', 'each 院领导 · count · led-case() · done settledOn'],
  ['2-2-4', 'org 澜川市中级人民法院 · count / led-case · led-case() · done settledOn'],
  ['2-3-1', 'org 澜川市中级人民法院 · count · benefit-project() · done completedOn'],
  ['2-3-2', 'org 澜川市中级人民法院 · count · old-petition(欠薪执行积案) · open settledOn'],
  ['2-3-4', '? tolerance'],
  ['3-1-1', 'org 澜川市中级人民法院 · count · figure-indicator(长期未结案件数)'],
  ['3-1-3', 'org 澜川市中级人民法院 · decrease against previous · figure-indicator(长期未结案件数)'],
  ['3-2-1', 'org 澜川市中级人民法院 · sum cases / figure-indicator · case-review(随机评查)'],
  ['3-2-2', '? population'],
  ['3-2-5', 'needs-definition'],
  ['3-3-4', 'each 院领导 · count · led-trial(审判长开庭) · within'],
  ['4-3-2', 'org 澜川市中级人民法院 · decrease against previous · figure-indicator(执行信访投诉量)'],
  ['4-3-4', '? subject'],
  ['5-1-2', 'pairs 党组书记、院长+班子成员+基层法院主要负责人 · count · heart-talk(责任谈话)'],
  ['5-1-3', 'org 澜川市中级人民法院 · coverage with 中层干部 · heart-talk(任职廉政谈话)'],
  ['5-2-2', 'org 澜川市中级人民法院 · decrease against year · figure-indicator(印发文件数)'],
  ['5-2-4', 'org 澜川市中级人民法院 · latest value · figure-indicator(全市法院会议数)'],
  ['5-3-4', 'org 澜川市中级人民法院 · sum people · secondment()'],
  ['6-1-1', 'org 澜川市中级人民法院 · count · case-analysis() · before 民主生活会'],
  ['6-2-4', 'org 澜川市中级人民法院 · sum relapsed / look-back · look-back()'],
  ['四-2-2', 'each 澜川市中级人民法院+department · count · report-hearing(整改进展)'],
  ['四-4-6', 'record 意见核查反馈 · achieved · timed-matter(意见核查反馈) · done doneOn'],
] as const)('%s is suggested as %s', ([ref, expected]) => {
  expect(lineOf(sample, ref)).toBe(expected)
})

test('what a suggestion comes from is said of every part', () => {
  const { parts } = sample.get('6-1-1')?.suggestion ?? { parts: [] }
  expect(parts.map(({ part, from, words }) => `${part} ${from} ${words}`)).toEqual([
    'scope assumed ',
    'counting register 违纪违法案件',
    'before words 民主生活会前',
  ])
})

test('without the group of everybody a training that covers them is not complete', () => {
  const draft = { ...court.organisation, groups: court.organisation.groups.filter(({ name }) => name !== '全院干警') }
  const given = sample.get('1-1-1')?.said
  if (given === undefined) throw new Error('no 1-1-1')
  const found = suggestDefinition(
    { ...given, before: '院党组', text: '每年开展2次', after: '覆盖全院干警的政治能力专题培训' },
    { ...court, organisation: draft },
  )
  expect(found?.parts).toContainEqual({ part: 'counting', from: 'missing', words: '全院干警', isSure: false })
})

const example = path.join(import.meta.dirname, '../../../../shared/example/court-plan.txt')

/** What the rows C1–C36 of the list of capabilities mean, by the ref of the commitment; the vague ones C25, C28, C31 are left to a person. */
const meant = [
  ['C1', '1-1-1', 'org 澜川市中级人民法院 · count · study-session()'],
  ['C2', '1-1-2', 'org 澜川市中级人民法院 · count · study-session(习近平法治思想与法治建设) · within'],
  ['C3', '1-1-3', 'each 班子成员 · count · research-output() · accepted'],
  ['C4', '1-1-4', 'org 澜川市中级人民法院 · count · theory-test(首次测试)'],
  ['C5', '1-2-1', 'org 澜川市中级人民法院 · count · training(政治能力+全院干警)'],
  ['C6', '1-2-3', 'org 澜川市中级人民法院 · count · ideology-meeting()'],
  ['C7', '1-3-1', 'org 澜川市中级人民法院 · count · report-hearing(重大决策部署落实情况)'],
  ['C8', '2-1-1', 'org 澜川市中级人民法院 · sum partyHours / training · training(全员轮训)'],
  ['C9', '2-1-2', 'org 澜川市中级人民法院 · count · party-day(主题党日+集体现场教学)'],
  ['C10', '2-1-3', 'each 班子成员 · count · self-review()'],
  ['C11', '2-2-2', 'pairs 党组书记、院长+班子成员+基层法院主要负责人 · count · heart-talk()'],
  ['C12', '2-2-3', 'pairs 班子成员+inChargeOf · count · heart-talk()'],
  ['C13', '2-3-1', 'org 澜川市中级人民法院 · count · party-discipline-contest()'],
  ['C14', '3-1-1', 'each 班子成员 · days · field-research()'],
  ['C15', '3-1-2', 'each 班子成员 · count · field-research(带案下访+现场办公) · within'],
  ['C16', '3-1-3', 'post 党组书记、院长 · days · reception()'],
  ['C17', '3-1-4', 'org 澜川市中级人民法院 · count · benefit-project() · done completedOn'],
  ['C18', '3-1-5', 'org 澜川市中级人民法院 · count · consultation(征求意见座谈会)'],
  ['C19', '3-2-4', 'org 澜川市中级人民法院 · count · consultation(民主生活会前征求意见会) · before 民主生活会'],
  ['C20', '3-3-2', 'org 澜川市中级人民法院 · count · verification-notice(“三个规定”填报)'],
  ['C21', '3-3-4', 'org 澜川市中级人民法院 · sum cases / figure-indicator · case-review(随机评查)'],
  ['C22', '4-1-1', 'org 澜川市中级人民法院 · decrease against year · figure-indicator(万人成讼率)'],
  ['C23', '4-1-3', 'org 澜川市中级人民法院 · count · judicial-suggestion() · accepted'],
  ['C24', '4-1-4', 'post 党组书记、院长 · count · reform-task()'],
  ['C26', '4-2-1', 'org 澜川市中级人民法院 · latest value · rate-indicator(电子卷宗随案同步生成率)'],
  ['C27', '4-2-3', 'org 澜川市中级人民法院 · count / supervision-coverage · supervision-coverage()'],
  ['C29', '4-3-1', 'org 澜川市中级人民法院 · count · risk-screening()'],
  ['C30', '4-3-3', 'org 澜川市中级人民法院 · count / old-petition · old-petition() · done settledOn'],
  ['C32', '5-1-2', 'post 党组书记、院长 · count · governance-meeting()'],
  ['C33', '5-1-3', 'pairs 党组书记、院长+班子成员 · count · report-hearing(一岗双责履行情况)'],
  ['C34', '6-1-1', 'org 澜川市中级人民法院 · count · case-analysis(违反中央八项规定精神+德+纪+法+责)'],
  ['C35', '6-3-2', 'org 澜川市中级人民法院 · count · supervision-check(审务督察+司法作风检查)'],
  ['C36', '四-2-3', 'org 澜川市中级人民法院 · count · report-hearing(整改进展)'],
] as const

test.runIf(existsSync(example))('the 33 commitments of the example plan that can be computed are suggested as they are meant', () => {
  const found = suggestAll(example)
  expect(meant.map(([row, ref]) => [row, ref, lineOf(found, ref)])).toEqual(meant)
  const base = { kind: 'year', year: 2025, isYearly: true }
  expect(found.get('4-1-1')?.suggestion.definition.measure).toMatchObject({ kind: 'change', base })
  expect(['4-1-2', '4-3-4'].map((ref) => lineOf(found, ref))).toEqual(['needs-definition', 'needs-definition'])
})

test.runIf(existsSync(example))('of the example plan nothing but due days and what is vague keeps a suggestion from computing', () => {
  const states = Map.groupBy([...suggestAll(example).values()], ({ terms }) =>
    terms.kind === 'questions' ? terms.open.join() : terms.kind,
  )
  expect(Object.fromEntries([...states].map(([state, of]) => [state, of.length]))).toEqual({
    terms: 37,
    'due-on': 59,
    'needs-definition': 7,
  })
})

const plant = suggestAll(path.join(import.meta.dirname, '../../../packs/enterprise/sample/plan.txt'), enterprise)

test.for([
  ['1-1-4', 'each 各子公司 · count · safety-drill()'],
  ['1-2-1', 'org 云汐能源装备集团有限公司 · count / hazard · hazard() · done fixedOn'],
  ['2-1-1', 'org 云汐能源装备集团有限公司 · sum amount · receivable-recovery()'],
  ['2-1-3', 'org 云汐能源装备集团有限公司 · count · receivable-recovery()'],
  ['2-3-1', 'org 云汐能源装备集团有限公司 · latest value · indicator-report(资产负债率)'],
  ['3-2-2', 'org 云汐能源装备集团有限公司 · achieved · work-done()'],
  ['4-2-1', 'org 云汐能源装备集团有限公司 · count / decision-meeting · decision-meeting()'],
  ['5-1-2', 'post 党委书记、董事长 · count · work-done()'],
] as const)('of an enterprise %s is suggested as %s', ([ref, expected]) => {
  expect(lineOf(plant, ref)).toBe(expected)
})

test('most of the plan of an enterprise computes by suggestion', () => {
  const computing = [...plant.values()].filter(({ terms }) => terms.kind === 'terms')
  expect([plant.size, computing.length]).toEqual([64, 58])
})
