import type { CommitmentId } from '#core/commitment/commitment.ts'
import type { Condition, CountedSource } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Reading } from '#core/draft/reading.ts'
import type { FieldId, RegisterId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import type { Population } from '#core/roster/population.ts'
import type { Scope } from '#core/scope/scope.ts'
import type { Measure } from '#core/target/measure.ts'
import type { Definition } from '#core/terms/definition.ts'
import type { Language } from '#web/_lib/language.ts'
import { targetText } from '#web/_words/reading/indicator.ts'
import type { ReadingWords } from '#web/_words/reading/words.ts'
import type { Text } from './text.zh.ts'

/** What words of definitions look up: registers, names by key (`org:…`, `post:…`, `group:…`), the refs of commitments. */
export interface Lookup {
  readonly language: Language
  readonly text: Text
  readonly register: (id: RegisterId) => Register | undefined
  readonly name: (key: string) => string
  readonly ref: (id: CommitmentId) => string
}

/** How a commitment is counted, in one sentence: 党组中心组 · 每年 · 《中心组学习》中专题=法治的记录 · 条数 ≥ 4 次，计入 1-1-1 的范围内. */
export function definitionWords(reading: Reading, definition: Definition, words: ReadingWords, look: Lookup): string {
  const { text } = look
  const { scope, counting, measure, org } = definition
  const { unit } = reading.period.value
  const rhythm =
    unit === 'once' || unit === 'none'
      ? reading.deadline === null
        ? null
        : words.by(reading.deadline.value)
      : words.period(reading.period.value)
  const records = counting === null ? text.nothing : sourcesWords(counting, look)
  const measured = measureWords(measure ?? impliedMeasure(reading), counting, look)
  const goal = [measured, targetText(reading, words)].filter((each) => each !== null && each !== '').join(' ')
  const who = scopeWords(scope ?? { kind: 'org', org, reach: 'own' }, look)
  const sentence = [who, rhythm, records, goal].filter((each) => each !== null).join(text.join)
  const notes = counting === null ? [] : countingNotes(counting, look)
  return [sentence, ...notes].join(look.language === 'zh' ? '，' : ', ')
}

/** What is measured where nothing is defined. */
function impliedMeasure({ kind }: Pick<Reading, 'kind'>): Measure {
  if (kind === 'achieved' || kind === 'deadline') return { kind: 'achieved' }
  return { kind: kind === 'duration' ? 'days' : 'count' }
}

function scopeWords(scope: Scope, look: Lookup): string {
  const { text, name } = look
  switch (scope.kind) {
    case 'org':
      return text.scope.org(name(`org:${scope.org}`), scope.reach === 'all')
    case 'post':
      return text.scope.post(name(`post:${scope.post}`))
    case 'each':
      return text.scope.each(populationWords(scope.population, look))
    case 'pairs':
      return text.scope.pairs(populationWords(scope.a, look), populationWords(scope.b, look))
    case 'record':
      return text.scope.record(sourceWords(scope.of, look))
  }
}

function populationWords(population: Population, look: Lookup): string {
  const { text, name } = look
  switch (population.kind) {
    case 'party':
      return name(`${population.party.kind}:${population.party.id}`)
    case 'group':
      return name(`group:${population.group}`)
    case 'children':
      return text.population.children[population.of]
    case 'headsOf':
      return text.population.headsOf[population.relation]
    case 'union':
      return population.of.map((each) => populationWords(each, look)).join(text.population.and)
  }
}

function sourceWords({ register, where, link }: CountedSource, look: Lookup): string {
  const found = look.register(register)
  const words = look.text.records(titleOf(found, register, look.language), where === null ? null : conditionWords(where, found, look))
  return link === undefined ? words : look.text.linked(words)
}

function sourcesWords({ sources, mode }: Counting, look: Lookup): string {
  return sources.map((source) => sourceWords(source, look)).join(mode === 'all' ? look.text.all : look.text.any)
}

export function titleOf(register: Register | undefined, id: RegisterId, language: Language): string {
  if (register === undefined) return id
  return language === 'en' && register.titleEn !== '' ? register.titleEn : register.title
}

/** The label of a field; its id where the register has none of it. */
export function fieldWords(id: FieldId, registers: readonly (Register | undefined)[], language: Language): string {
  const field = registers.flatMap((register) => register?.fields ?? []).find((each) => each.id === id)
  if (field === undefined) return id
  return language === 'en' && field.labelEn !== '' ? field.labelEn : field.label
}

export function conditionWords(condition: Condition, register: Register | undefined, look: Lookup): string {
  const { text, language } = look
  const words = (part: Condition): string => conditionWords(part, register, look)
  switch (condition.kind) {
    case 'all':
      return condition.of.map(words).join(text.condition.and)
    case 'any':
      return condition.of.map(words).join(text.condition.or)
    case 'not':
      return text.condition.not(words(condition.of))
    case 'one-of':
    case 'yes':
    case 'number':
    case 'day':
    case 'filled':
    case 'covers':
      break
  }
  const field = fieldWords(condition.field, [register], language)
  switch (condition.kind) {
    case 'one-of':
      return text.condition.oneOf(field, condition.values)
    case 'yes':
      return condition.value ? text.condition.yes(field) : text.condition.no(field)
    case 'number':
      return text.condition.number(field, condition.comparator, condition.value)
    case 'day':
      return text.condition.day(field, condition.from ?? text.condition.open, condition.to ?? text.condition.open)
    case 'filled':
      return text.condition.filled(field)
    case 'covers':
      return text.condition.covers(field, populationWords(condition.population, look))
  }
}

function measureWords(measure: Measure, counting: Counting | null, look: Lookup): string {
  const { text, language } = look
  const registers = (counting?.sources ?? []).map(({ register }) => look.register(register))
  switch (measure.kind) {
    case 'count':
    case 'achieved':
    case 'days':
      return text.measure[measure.kind]
    case 'sum':
    case 'distinct':
    case 'latest':
      return text.measure[measure.kind](fieldWords(measure.field, registers, language))
    case 'ratio': {
      const { numerator, denominator } = measure
      const below = denominator.counting === null ? '' : `${sourcesWords(denominator.counting, look)} `
      return text.measure.ratio(
        measureWords(numerator.measure, numerator.counting ?? counting, look),
        `${below}${measureWords(denominator.measure, denominator.counting ?? counting, look)}`,
      )
    }
    case 'coverage':
      return text.measure.coverage(
        measure.field === null ? null : fieldWords(measure.field, registers, language),
        populationWords(measure.population, look),
      )
    case 'change': {
      const { base } = measure
      const against =
        base.kind === 'previous' ? text.measure.base.previous : base.kind === 'year' ? text.measure.base.year(base.year) : base.value
      return text.measure.change[measure.direction](measureWords(measure.of, counting, look), against)
    }
  }
}

function countingNotes({ sources, mode, needs, completion, since, within, notWith, before }: Counting, look: Lookup): readonly string[] {
  const { text, language, ref } = look
  const registers = sources.map(({ register }) => look.register(register))
  const done = completion === null ? null : fieldWords(completion.field, registers, language)
  const notes = [
    mode === 'all' && sources.length > 1 ? text.note.all : null,
    needs === 'accepted' ? text.note.accepted : null,
    done === null ? null : completion?.counts === 'open' ? text.note.open(done) : text.note.done(done),
    since === 'ever' ? text.note.ever : null,
    within === null ? null : text.note.within(ref(within)),
    notWith.length === 0 ? null : text.note.notWith(notWith.map(ref)),
    before === null ? null : text.note.before(sourceWords(before, look)),
  ]
  return notes.filter((each) => each !== null)
}
