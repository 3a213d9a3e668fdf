import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '#compiler/compile.ts'
import { Draft, type DraftCommitment } from '#core/draft/draft.ts'
import type { SourceDocument } from '#core/document/document.ts'
import type { Span } from '#core/text/span.ts'

const plan = readFileSync(new URL('../../packs/court/sample/plan.txt', import.meta.url), 'utf8')

/** One block a line, as the reader of plain text gives them. */
function documentOf(text: string): SourceDocument {
  let start = 0
  const blocks = text.split('\n').map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return { kind: 'paragraph', span } as const
  })
  return { text, blocks, revisions: [] }
}

const words = fc.constantFrom(
  ...'每年 每季度 不少于 2次 至少 其中 全覆盖 清零 2026年6月底前 6月30日前 收到之日起5个工作日内 同比下降 10% 分别达到 98%和95% 由 提高到 （ ） “ ” 《 》 ， 。 ； 、 ： \n 一、 （一） 1. 牵头单位：办公室 完成时限：2026年3月 整改措施： 班子成员 党组书记 对 的 已 共 第3次 百分之九十 半年 一次 | \t'.split(
    ' ',
  ),
)
const fragments = fc.tuple(fc.nat(plan.length), fc.integer({ min: 1, max: 80 })).map(([start, length]) => plan.slice(start, start + length))
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(words, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.array(fc.oneof(fragments, words), { maxLength: 30 }).map((pieces) => pieces.join('')),
)

test('every text compiles to a draft that fits its schema', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(() => Draft.parse(compile(documentOf(text)))).not.toThrow()
    }),
    { numRuns: 400 },
  )
})

test('every span stands in the text, anchors in their commitment, commitments in their sentence', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { commitments, questions, diagnostics } = compile(documentOf(text))
      for (const { span, anchor, sentence, reading } of commitments) {
        expect(within(span, { start: 0, end: text.length })).toBe(true)
        expect(within(anchor, span)).toBe(true)
        expect(within(span, sentence)).toBe(true)
        for (const value of statedIn(reading)) expect(within(value, { start: 0, end: text.length })).toBe(true)
      }
      const asked = [...questions, ...diagnostics].flatMap(({ span }) => span ?? [])
      for (const span of asked) expect(within(span, { start: 0, end: text.length })).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('the same text gives the same draft, with ids and numbers of their own', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const draft = compile(documentOf(text))
      expect(compile(documentOf(text))).toEqual(draft)
      const { commitments, questions } = draft
      expect(new Set(commitments.map(({ id }) => id)).size).toBe(commitments.length)
      expect(new Set(commitments.map(({ ref }) => ref)).size).toBe(commitments.length)
      const ids = new Set(commitments.map(({ id }) => id))
      for (const whole of commitments.flatMap(({ within: id }) => id ?? [])) expect(ids.has(whole)).toBe(true)
      for (const { commitments: asked } of questions) for (const id of asked) expect(ids.has(id)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end
}

function statedIn(reading: DraftCommitment['reading']): Span[] {
  return Object.values(reading).flatMap((value) =>
    [value]
      .flat()
      .flatMap((each) =>
        each !== null && typeof each === 'object' && 'certainty' in each && each.certainty === 'stated' ? [each.span] : [],
      ),
  )
}
