import type { Commitment } from '#core/commitment/commitment.ts'
import type { Condition, Source } from '#core/counting/condition.ts'
import type { Counting } from '#core/counting/counting.ts'
import type { Field, FieldId } from '#core/register/field.ts'
import type { Register } from '#core/register/register.ts'
import { suggestSources } from '#core/register/suggest-sources.ts'
import type { Population } from '#core/roster/population.ts'
import { eventBefore } from '#core/terms/suggest-event.ts'
import { joinedSources } from '#core/terms/suggest-joined.ts'
import { clauseOf, type Wording } from '#core/terms/wording.ts'
import type { Suggested, SuggestedPart } from '#core/terms/suggestion.ts'

type SourceSuggestion = ReturnType<typeof suggestSources>['numerator'][number]

/** The best source of what is counted, with its register. */
export interface SuggestedSource {
  readonly source: Source
  readonly register: Register
  readonly measure: SourceSuggestion['measure']
  readonly completion: FieldId | null
  readonly words: string
  readonly isSure: boolean
  /** Every hint that fits, best first. */
  readonly fits: readonly SourceSuggestion[]
  readonly denominator: SourceSuggestion | null
}

/** What is counted by the hints of the registers; a promise without a number by its words alone. Null: no register says anything. */
export function bestSource(wording: Wording, registers: readonly Register[]): SuggestedSource | null {
  const { reading, text } = wording
  const isNumbered = reading.kind !== 'achieved' && reading.kind !== 'deadline' && reading.kind !== 'undefined'
  const asked = isNumbered ? reading : { ...reading, kind: 'count' as const }
  const near = suggestSources(asked, text, registers)
  const { numerator, denominator } = near.numerator.length > 0 ? near : suggestSources(asked, clauseOf(wording), registers)
  const best = numerator[0]
  const register = registers.find(({ id }) => id === best?.source.register)
  if (best === undefined || register === undefined) return null
  const { source, completion, reason } = best
  const isAmount = best.measure.kind === 'latest' || best.measure.kind === 'sum'
  const measure = isHowOften(reading) && isAmount ? ({ kind: 'count' } as const) : best.measure
  const isSure = isNumbered && reason.foundIn !== 'text'
  return { source, register, measure, completion, words: reason.word, isSure, fits: numerator, denominator: denominator[0] ?? null }
}

/** 每周更新一次 counts the reports of an indicator, not what they say; a cap on times may be an indicator. */
function isHowOften({ kind, unit, comparator }: Wording['reading']): boolean {
  return kind === 'count' && ['次', '遍', '轮'].includes(unit?.value ?? '') && comparator?.value !== '<=' && comparator?.value !== '<'
}

/** The field by which a record names another one; null: it is the record itself. */
export function linkField({ fields }: Register): FieldId | null {
  return fields.find(({ type }) => type === 'record')?.id ?? null
}

type Said = Pick<Commitment, 'within' | 'basis' | 'reading'>

/**
 * What shows that a promise without a number was kept: whatever is entered for this very commitment in the registers whose records name what they were done for.
 * Nothing is guessed by words; they only say which of these registers comes first. Null where no register has such a field.
 */
export function suggestLinked(registers: readonly Register[], best: SuggestedSource | null): Suggested<Counting> | null {
  const linked = registers.flatMap((register) => {
    const field = register.fields.find(({ type, isRetired }) => type === 'commitments' && !isRetired)
    return field === undefined || register.isRetired ? [] : [{ register, link: field.id }]
  })
  const named = linked.find(({ register }) => register.id === best?.register.id)
  const general = linked.toSorted((a, b) => Number(a.register.hints.length > 0) - Number(b.register.hints.length > 0))
  const ordered = named === undefined ? general : [named, ...general.filter((each) => each !== named)]
  const [first] = ordered
  if (first === undefined) return null
  const sources = ordered.map(({ register, link }) => ({ register: register.id, where: null, link }))
  return {
    value: { ...plain, sources },
    parts: [{ part: 'counting', from: 'entered', words: first.register.title, isSure: true }],
  }
}

const plain = { mode: 'any', needs: 'submitted', completion: null, since: 'period', within: null, notWith: [], before: null } as const

/** Which records count and how, with each part's reason. `everyone`: whom 覆盖全院干警 means; undefined where nothing is to be covered. */
export function suggestCounting(
  said: Said,
  wording: Wording,
  best: SuggestedSource,
  registers: readonly Register[],
  everyone: Population | null | undefined,
): Suggested<Counting> {
  const { sources, mode, words } = joinedSources(said, best)
  const [needs, completion, before] = [
    needsOf(wording, best),
    completionOf(said, wording, best),
    eventBefore(wording, best.register, registers),
  ]
  const isShare = said.reading.kind === 'coverage' && said.reading.scope.value === 'org'
  const isStock = completion?.value.counts === 'open' || (said.reading.kind === 'ratio' && completion !== null) || isShare
  const covered = everyone === undefined || everyone === null ? null : coverage(best.register, everyone)
  const value: Counting = {
    sources: covered === null ? sources : sources.map((source) => withCondition(source, covered)),
    mode,
    needs: needs.value,
    completion: completion?.value ?? null,
    since: isStock ? 'ever' : 'period',
    within: said.within,
    notWith: [],
    before: before?.source ?? null,
  }
  const parts: readonly (SuggestedPart | null)[] = [
    { part: 'counting', from: 'register', words, isSure: best.isSure },
    everyone === null ? { part: 'counting', from: 'missing', words: coveredIn(wording) ?? '', isSure: false } : null,
    covered === null ? null : { part: 'counting', from: 'roster', words: coveredIn(wording) ?? '', isSure: false },
    said.within === null ? null : { part: 'within', from: 'words', words: '其中', isSure: true },
    completion === null ? null : { part: 'completion', from: 'words', words: completion.words, isSure: true },
    isStock ? { part: 'since', from: 'assumed', words: '', isSure: false } : null,
    needs.words === '' ? null : { part: 'needs', from: 'words', words: needs.words, isSure: false },
    before === null ? null : { part: 'before', from: 'words', words: before.words, isSure: true },
  ]
  return { value, parts: parts.filter((part) => part !== null) }
}

/** 覆盖全院干警的培训: whom the words say it must cover, each time; null where they say nothing of it. */
export function coveredIn(wording: Wording): string | null {
  const words = `${wording.reading.object?.value ?? ''} ${clauseOf(wording)}`
  return /覆盖到?(全院干警|全体干警|全员|全体[\p{Script=Han}]{2,4})/u.exec(words)?.[1] ?? null
}

function coverage({ fields }: Register, population: Population): Condition | null {
  const field = fields.find((each): each is Extract<Field, { type: 'people' }> => each.type === 'people' && each.isMany)
  return field === undefined ? null : { kind: 'covers', field: field.id, population }
}

function withCondition({ register, where }: Source, condition: Condition): Source {
  return { register, where: where === null ? condition : { kind: 'all', of: [where, condition] } }
}

/** 高质量 is judged where the register has somebody who accepts. */
function needsOf({ text, reading }: Wording, { register }: SuggestedSource): { readonly value: Counting['needs']; readonly words: string } {
  const words = /高质量|优秀|有分量/.exec(`${reading.object?.value ?? ''}${text}`)?.[0] ?? ''
  return register.acceptance === 'none' || words === '' ? { value: 'submitted', words: '' } : { value: 'accepted', words }
}

const DONE = /办结|化解|完成|结案|审结|率/
const CLEARED = /清零|清理完毕|全部化解|全部办结/

/** 确定并办结 counts what was completed, 清零 what is still open. */
function completionOf(
  { reading }: Said,
  { text, before }: Wording,
  { completion, measure }: SuggestedSource,
): { readonly value: NonNullable<Counting['completion']>; readonly words: string } | null {
  if (completion === null || measure.kind === 'latest') return null
  if (reading.kind === 'coverage' && reading.value?.value === '0')
    return { value: { field: completion, counts: 'open' }, words: CLEARED.exec(text + before)?.[0] ?? reading.value.value }
  const said = DONE.exec(`${text}${reading.object?.value ?? ''}`)?.[0]
  return said === undefined ? null : { value: { field: completion, counts: 'done' }, words: said }
}
