import type { Population } from '#core/roster/population.ts'
import { topOrg } from './edits.ts'
import type { Ground } from './ground.ts'
import { Pick } from './parts.tsx'
import { useDefinitionText } from '#web/_words/definition/use-words.ts'
import { useEditorText } from './use-text.ts'

interface PopulationPickProps {
  readonly label: string
  readonly value: Population | null
  readonly ground: Ground
  /** Whether heads of what a leader looks after may be meant: only as the second side of pairs. */
  readonly withHeads?: boolean
  readonly onChange: (value: Population) => void
}

/** A choice of a set of parties: a group, units below, heads of what somebody looks after, a post. */
export function PopulationPick({ label, value, ground, withHeads = false, onChange }: PopulationPickProps) {
  const text = useEditorText()
  const { organisation } = ground
  const own = topOrg(organisation)
  const look = useDefinitionText().population
  const choices: readonly { readonly population: Population; readonly label: string; readonly group: string }[] = [
    ...organisation.groups.map(({ id, name }) => ({ population: { kind: 'group', group: id } as const, label: name, group: text.groups })),
    ...(['institution', 'department', 'branch'] as const).map((of) => ({
      population: { kind: 'children', org: own, of } as const,
      label: look.children[of],
      group: text.below,
    })),
    ...(withHeads ? (['inChargeOf', 'contactUnit'] as const) : []).map((relation) => ({
      population: { kind: 'headsOf', relation } as const,
      label: look.headsOf[relation],
      group: text.lookedAfter,
    })),
    ...organisation.posts
      .filter(({ org }) => org === own)
      .map(({ id, title }) => ({ population: { kind: 'party', party: { kind: 'post', id } } as const, label: title, group: text.posts })),
  ]
  return (
    <Pick
      label={label}
      empty={text.choose}
      value={value === null ? '' : JSON.stringify(value)}
      options={choices.map(({ population, label: words, group }) => ({ value: JSON.stringify(population), label: words, group }))}
      onChange={(chosen) => {
        const found = choices.find(({ population }) => JSON.stringify(population) === chosen)
        if (found !== undefined) onChange(found.population)
      }}
    />
  )
}

/** A union as its members; any other as itself alone. */
export function membersOf(population: Population): readonly Population[] {
  return population.kind === 'union' ? population.of : [population]
}
