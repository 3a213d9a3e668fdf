import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAnnotation } from '#test/gold/annotation.ts'
import { corpusFolder, corpusNames, goldForFile, readGold, readPlan } from '#test/gold/corpus.ts'

describe.for(corpusNames())('%s', (name) => {
  test('the gold file says what the annotation says', () => {
    const written: unknown = JSON.parse(readFileSync(`${corpusFolder}/${name}/plan.gold.json`, 'utf8'))
    expect(written).toEqual(JSON.parse(JSON.stringify(goldForFile(readGold(name)))))
  })

  test('the reader gives the text that was annotated', () => {
    const { text } = readPlan(name)
    const gold = readGold(name)
    expect(text.length).toBe(gold.length)
    for (const { start, end, text: quoted } of gold.commitments) expect(text.slice(start, end)).toBe(quoted)
  })
})

test('an annotation that does not stand in its text is refused', () => {
  expect(() => readAnnotation('x', 'x.txt', 'utf-8', '每月召开1次会议', '- 每周召开[1]次 ; count week = 1 次')).toThrow('每周召开')
})

test('a quote is looked for behind the one before it', () => {
  const gold = readAnnotation('x', 'x.txt', 'utf-8', '甲不少于2次，乙不少于2次', '- 不少于[2]次 ; count year >= 2 次\n- 不少于[2]次 ; count month >= 2 次')
  expect(gold.commitments.map(({ value_start, period }) => [value_start, period])).toEqual([
    [4, 'year'],
    [11, 'month'],
  ])
})
