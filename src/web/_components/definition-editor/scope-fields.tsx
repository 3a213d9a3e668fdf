import type { Population } from '#core/roster/population.ts'
import type { Scope } from '#core/scope/scope.ts'
import type { Definition } from '#core/terms/definition.ts'
import { fieldWords, type Lookup } from '#web/_words/definition/words.ts'
import { fieldsOf, replaced, topOrg } from './edits.ts'
import type { Ground } from './ground.ts'
import { Pick, Tick } from './parts.tsx'
import { membersOf, PopulationPick } from './population-pick.tsx'
import { SourceFields } from './source-fields.tsx'
import { useEditorText } from './use-text.ts'

interface ScopeFieldsProps {
  readonly definition: Definition
  readonly ground: Ground
  readonly look: Lookup
  readonly onChange: (scope: Scope) => void
}

const KINDS = ['org', 'post', 'each', 'pairs', 'record'] as const satisfies readonly Scope['kind'][]

/** Who is meant. */
export function ScopeFields({ definition, ground, look, onChange }: ScopeFieldsProps) {
  const text = useEditorText()
  const { org, counting } = definition
  const scope: Scope = definition.scope ?? { kind: 'org', org, reach: 'own' }
  const { organisation, registers } = ground
  const parties = fieldsOf(counting?.sources ?? [], registers, ['people', 'orgs'])
  const first = (kind: Scope['kind']): Scope | null => {
    const [group] = organisation.groups
    const whom: Population =
      group === undefined ? { kind: 'children', org: topOrg(organisation), of: 'department' } : { kind: 'group', group: group.id }
    switch (kind) {
      case 'org':
        return { kind, org, reach: 'own' }
      case 'post': {
        const post = organisation.posts.find((each) => each.org === org && each.isHead) ?? organisation.posts[0]
        return post === undefined ? null : { kind, post: post.id }
      }
      case 'each':
        return { kind, population: whom, reach: 'own' }
      case 'pairs': {
        const [field] = parties
        return field === undefined ? null : { kind, a: whom, b: whom, with: field.id }
      }
      case 'record': {
        const [source] = counting?.sources ?? []
        return source === undefined ? null : { kind, of: { register: source.register, where: source.where }, link: null }
      }
    }
  }
  return (
    <>
      <Pick
        label={text.scope}
        value={scope.kind}
        options={KINDS.filter((kind) => kind === scope.kind || first(kind) !== null).map((kind) => ({
          value: kind,
          label: text.scopeKind[kind],
        }))}
        onChange={(chosen) => {
          const kind = KINDS.find((each) => each === chosen)
          const next = kind === undefined ? null : first(kind)
          if (next !== null) onChange(next)
        }}
      />
      <Inner scope={scope} parties={parties.map(({ id }) => id)} ground={ground} look={look} onChange={onChange} />
    </>
  )
}

interface InnerProps extends Omit<ScopeFieldsProps, 'definition'> {
  readonly scope: Scope
  readonly parties: readonly Extract<Scope, { kind: 'pairs' }>['with'][]
}

function Inner({ scope, parties, ground, look, onChange }: InnerProps) {
  const text = useEditorText()
  const { organisation, registers } = ground
  switch (scope.kind) {
    case 'org':
      return (
        <>
          <Pick
            label={text.org}
            value={scope.org}
            options={organisation.orgs.map(({ id }) => ({ value: id, label: look.name(`org:${id}`) }))}
            onChange={(org) => onChange({ ...scope, org })}
          />
          <Tick
            label={text.withBelow}
            value={scope.reach === 'all'}
            onChange={(all) => onChange({ ...scope, reach: all ? 'all' : 'own' })}
          />
        </>
      )
    case 'post':
      return (
        <Pick
          label={text.post}
          value={scope.post}
          options={organisation.posts.map(({ id, title, org }) => ({ value: id, label: title, group: look.name(`org:${org}`) }))}
          onChange={(post) => onChange({ ...scope, post })}
        />
      )
    case 'each':
      return (
        <>
          <PopulationPick
            label={text.whom}
            value={scope.population}
            ground={ground}
            onChange={(population) => onChange({ ...scope, population })}
          />
          <Tick
            label={text.withBelow}
            value={scope.reach === 'all'}
            onChange={(all) => onChange({ ...scope, reach: all ? 'all' : 'own' })}
          />
        </>
      )
    case 'pairs': {
      const others = membersOf(scope.b)
      const set = (of: readonly Population[]): void => {
        const [only, ...more] = of
        if (only !== undefined) onChange({ ...scope, b: more.length === 0 ? only : { kind: 'union', of } })
      }
      return (
        <>
          <PopulationPick label={text.whom} value={scope.a} ground={ground} onChange={(a) => onChange({ ...scope, a })} />
          {others.map((each, index) => (
            <div key={`${JSON.stringify(each)} ${String(index)}`} className="with">
              <PopulationPick
                label={text.with}
                value={each}
                ground={ground}
                withHeads
                onChange={(next) => set(replaced(others, index, next))}
              />
              {others.length > 1 ? (
                <button type="button" className="button small quiet" onClick={() => set(replaced(others, index, null))}>
                  {text.remove}
                </button>
              ) : null}
            </div>
          ))}
          <button type="button" className="button small" onClick={() => set([...others, scope.a])}>
            {text.addWhom}
          </button>
          <Pick
            label={text.withField}
            value={scope.with}
            options={[...new Set([scope.with, ...parties])].map((id) => ({ value: id, label: fieldWords(id, registers, look.language) }))}
            onChange={(chosen) => {
              const field = parties.find((each) => each === chosen)
              if (field !== undefined) onChange({ ...scope, with: field })
            }}
          />
        </>
      )
    }
    case 'record':
      return (
        <SourceFields label={text.register} source={scope.of} ground={ground} look={look} onChange={(of) => onChange({ ...scope, of })} />
      )
  }
}
