import type { Commitment } from '#core/commitment/commitment.ts'
import type { Organisation } from '#core/org/organisation.ts'
import type { PackWords } from '#core/pack/pack-words.ts'
import type { Register } from '#core/register/register.ts'
import type { Population } from '#core/roster/population.ts'
import type { Definition } from '#core/terms/definition.ts'
import type { Place } from '#core/terms/mention-names.ts'
import { mentionsIn } from '#core/terms/mentions.ts'
import { bestSource, coveredIn, suggestCounting, suggestLinked } from '#core/terms/suggest-counting.ts'
import { timedEvent } from '#core/terms/suggest-event.ts'
import { suggestMeasure } from '#core/terms/suggest-measure.ts'
import { suggestScope } from '#core/terms/suggest-scope.ts'
import { clauseOf, type Wording } from '#core/terms/wording.ts'
import type { DefinitionSuggestion, SuggestedPart } from '#core/terms/suggestion.ts'

/** What a suggestion is made from: the organisation as of the day that counts, and the registers there are. */
export interface SuggestionGround {
  readonly organisation: Organisation
  readonly registers: readonly Register[]
  /** The words of the field. */
  readonly words: PackWords
}

/** A commitment with its sentence and where its own words end in it. */
export interface SaidInSentence extends Pick<Commitment, 'reading' | 'basis' | 'within' | 'text'> {
  /** The sentence up to the commitment's own words. */
  readonly before: string
  /** What follows them in it. */
  readonly after: string
}

/**
 * Suggests how a commitment is counted: who is meant, which records count, what is measured, each with its reason. Nothing is invented: what neither the
 * words nor the registers nor the roster say stays empty and is named as missing. Null where no organisation stands yet.
 */
export function suggestDefinition(said: SaidInSentence, { organisation, registers, words }: SuggestionGround): DefinitionSuggestion | null {
  const own = ownOrg(organisation)
  if (own === null) return null
  const place: Place = { organisation, own, words }
  const wording: Wording = { reading: said.reading, text: said.text, before: said.before, after: said.after }
  const best = bestSource(wording, registers)
  const scope = suggestScope(wording, place, best)
  const bare: Definition = {
    org: own,
    scope: scope.value,
    measure: null,
    counting: null,
    event: null,
    midPeriod: null,
    isExact: false,
    waived: [],
  }
  if (said.reading.kind === 'deadline' && said.reading.deadline === null && said.reading.value !== null)
    return limited(bare, scope.parts, wording, registers)
  const linked = isMilestone(said.reading) ? suggestLinked(registers, best) : null
  if (linked !== null) return { definition: { ...bare, counting: linked.value }, parts: [...scope.parts, ...linked.parts] }
  const entered = best === null && said.reading.kind === 'count' ? suggestLinked(registers, null) : null
  if (entered !== null) {
    const parts = entered.parts.map((part) => ({ ...part, isSure: false }))
    return { definition: { ...bare, counting: entered.value, midPeriod: midPeriodIn(said) }, parts: [...scope.parts, ...parts] }
  }
  if (best === null) return { definition: bare, parts: [...scope.parts, { part: 'counting', from: 'missing', words: '', isSure: false }] }
  const counting = suggestCounting(said, wording, best, registers, everyoneIn(wording, place))
  const measure =
    counting.value === null ? { value: null, parts: [] } : suggestMeasure(said, best, counting.value, mentionsIn(clauseOf(wording), place))
  const definition = { ...bare, measure: measure.value, counting: counting.value, midPeriod: midPeriodIn(said) }
  return { definition, parts: [...scope.parts, ...counting.parts, ...measure.parts] }
}

/** A named product or act, done or not done, but for those owed for each case or item of a list. */
function isMilestone({ kind, scope }: SaidInSentence['reading']): boolean {
  return (kind === 'achieved' || kind === 'deadline') && scope.value !== 'per-case' && scope.value !== 'per-item'
}

/** The org a plan is of: the institution at the top. */
function ownOrg({ orgs, terms }: Organisation): string | null {
  const top = new Set(terms.filter(({ parent }) => parent === null).map(({ org }) => org))
  return (orgs.find(({ id, kind }) => top.has(id) && kind === 'institution') ?? orgs.find(({ id }) => top.has(id)))?.id ?? null
}

/** 覆盖全院干警: the group that means; null where there is none, undefined where nothing is to be covered. */
function everyoneIn(wording: Wording, place: Place): Population | null | undefined {
  const words = coveredIn(wording)
  if (words === null || wording.reading.kind !== 'count') return undefined
  return mentionsIn(words, place).find(({ population }) => population.kind === 'group')?.population ?? null
}

/** Pro rata only where the words say so. */
function midPeriodIn({ text, before }: SaidInSentence): Definition['midPeriod'] {
  return /按(?:任职|在职|在岗)?(?:时间|月|比例)折算|按任职月份/.test(before + text) ? 'pro-rata' : null
}

/** 收到之日起5个工作日内: each matter of a register by itself, done when its last day is filled in. */
function limited(
  bare: Definition,
  parts: readonly SuggestedPart[],
  wording: Wording,
  registers: readonly Register[],
): DefinitionSuggestion {
  const event = timedEvent(wording, registers)
  const register = registers.find(({ id }) => id === event?.source.register)
  const done = register?.fields.findLast(({ type }) => type === 'day')?.id
  if (event === null || done === undefined)
    return { definition: bare, parts: [...parts, { part: 'event', from: 'missing', words: wording.text, isSure: false }] }
  const counting = {
    sources: [event.source],
    mode: 'any',
    needs: 'submitted',
    completion: { field: done, counts: 'done' },
    since: 'ever',
    within: null,
    notWith: [],
    before: null,
  } as const
  const scope = { kind: 'record', of: event.source, link: null } as const
  return {
    definition: { ...bare, scope: wording.reading.scope.value === 'org' ? bare.scope : scope, counting, event: event.source },
    parts: [
      { part: 'scope', from: 'register', words: event.words, isSure: false },
      { part: 'event', from: 'register', words: event.words, isSure: false },
      { part: 'counting', from: 'register', words: event.words, isSure: false },
    ],
  }
}
