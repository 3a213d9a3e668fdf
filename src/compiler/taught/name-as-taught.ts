import { fold } from '#compiler/source/fold.ts'
import type { DraftCommitment } from '#core/draft/draft.ts'
import type { Reading } from '#core/draft/reading.ts'
import { stated, type Certain } from '#core/text/certain.ts'
import { findPhrase } from './find-phrase.ts'
import type { Taught, TaughtPhrase } from './taught.ts'

type Alias = TaughtPhrase<'org'> | TaughtPhrase<'leader'>

/** Calls units and leaders as people have taught; where nobody is named, a taught name that opens a part of the sentence says who answers. */
export function nameAsTaught<Drafted extends Pick<DraftCommitment, 'reading' | 'sentence' | 'anchor'>>(
  folded: string,
  { org, leader }: Taught,
  drafted: Drafted,
): Drafted {
  if (org.length + leader.length === 0) return drafted
  const named = { ...drafted.reading, ...renamed(drafted.reading, org, leader) }
  const nobody = named.leaders.length + named.leadOrgs.length + named.owners.length === 0
  return { ...drafted, reading: nobody ? { ...named, ...subjectOf(folded, drafted, org, leader) } : named }
}

function renamed({ leaders, leadOrgs, supportingOrgs, owners }: Reading, org: readonly Alias[], leader: readonly Alias[]) {
  return {
    leaders: leaders.map((name) => fullName(name, leader)),
    leadOrgs: leadOrgs.map((name) => fullName(name, org)),
    supportingOrgs: supportingOrgs.map((name) => fullName(name, org)),
    owners: owners.map((name) => fullName(name, leader)),
  }
}

function fullName(name: Certain<string>, aliases: readonly Alias[]): Certain<string> {
  const said = fold(name.value).replaceAll(/\s/g, '')
  const alias = aliases.find(({ before, hasNumber }) => !hasNumber && before === said)
  return alias === undefined || name.certainty === 'implied' ? name : stated(alias.teaches.name, name.span, alias.rule)
}

function subjectOf(
  folded: string,
  { sentence, anchor }: Pick<DraftCommitment, 'sentence' | 'anchor'>,
  org: readonly Alias[],
  leader: readonly Alias[],
): Partial<Pick<Reading, 'leaders' | 'leadOrgs'>> {
  const text = folded.slice(sentence.start, sentence.end)
  let last: { readonly start: number; readonly alias: Alias; readonly name: Certain<string> } | null = null
  for (const alias of [...org, ...leader])
    for (const { start, end } of findPhrase(text, alias)) {
      const opens = start === 0 || /[,;:、由请]$/.test(text.slice(0, start).trimEnd())
      const isBehind = sentence.start + start > Math.max(anchor.start, sentence.start)
      if (!opens || isBehind || start < (last?.start ?? 0)) continue
      const span = { start: sentence.start + start, end: sentence.start + end }
      if (last === null || start > last.start) last = { start, alias, name: stated(alias.teaches.name, span, alias.rule) }
    }
  if (last === null) return {}
  return last.alias.teaches.kind === 'org' ? { leadOrgs: [last.name] } : { leaders: [last.name] }
}
