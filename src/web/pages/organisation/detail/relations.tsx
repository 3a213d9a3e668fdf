import type { Relation } from '#core/org/organisation.ts'
import { Icon } from '#web/_components/icon.tsx'
import { Only } from '#web/_components/only.tsx'
import { usePage } from '../context.ts'
import type { ShownOrg } from '../model/directory.ts'
import { RELATION_KINDS } from '../dialogs/choices.ts'
import { useOrganisationText } from '../use-text.ts'

/** 分管与联系点: who looks after the org, and which orgs its leaders look after. */
export function Relations({ org }: { readonly org: ShownOrg }) {
  const text = useOrganisationText()
  const { directory, open } = usePage()
  const over = directory.relationsOf(org.id)
  const leaders = directory
    .postsOf(org.id)
    .flatMap((post) =>
      post.holders.length === 0 || post.isForOne
        ? [{ key: post.id, name: directory.nameOf({ kind: 'post', id: post.id }), relations: directory.relationsBy(post) }]
        : post.holders.map(({ person }) => ({
            key: `${post.id}${person.id}`,
            name: directory.nameOf({ kind: 'person', id: person.id }),
            relations: directory.relationsBy({ ...post, id: '', holders: post.holders.filter((each) => each.person.id === person.id) }),
          })),
    )
    .filter(({ relations }) => relations.length > 0)
  return (
    <section aria-labelledby="relations">
      <header>
        <h3 id="relations">{text.relation.heading}</h3>
        <Only may="organisation:edit">
          <button type="button" className="button quiet small" onClick={() => open({ kind: 'addRelation', org: org.id })}>
            <Icon name="plus" />
            {text.relation.add}
          </button>
        </Only>
      </header>
      {over.length + leaders.length === 0 ? <p className="quiet">{text.relation.none}</p> : null}
      <dl className="relations">
        {RELATION_KINDS.map((kind) => {
          const some = over.filter((relation) => relation.kind === kind)
          return some.length === 0 ? null : (
            <div key={kind}>
              <dt>{text.relation.by[kind]}</dt>
              <dd>
                {some.map((relation) => (
                  <Chip key={relation.id} relation={relation} name={directory.nameOf(relation.leader)} />
                ))}
              </dd>
            </div>
          )
        })}
        {leaders.map(({ key, name, relations }) => (
          <div key={key}>
            <dt lang="zh-CN">{name}</dt>
            <dd>
              {relations.toSorted(inOrder).map((relation) => (
                <Chip key={relation.id} relation={relation} name={directory.nameOf({ kind: 'org', id: relation.org })} kind />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Chip({ relation, name, kind = false }: { readonly relation: Relation; readonly name: string; readonly kind?: boolean }) {
  const text = useOrganisationText()
  const { open, show } = usePage()
  const words = kind ? `${text.relation.of[relation.kind]} ${name}` : name
  return (
    <span className={`chip ${relation.kind}`} title={text.org.since(relation.from)}>
      {kind ? (
        <button type="button" className="link" lang="zh-CN" onClick={() => show({ kind: 'org', id: relation.org })}>
          <span className="quiet">{text.relation.of[relation.kind]}</span> {name}
        </button>
      ) : (
        <span lang="zh-CN">{name}</span>
      )}
      <Only may="organisation:edit">
        <button
          type="button"
          className="cross"
          aria-label={`${text.relation.end} ${words}`}
          onClick={() => open({ kind: 'endRelation', id: relation.id, name: words })}
        >
          <Icon name="close" />
        </button>
      </Only>
    </span>
  )
}

/** What leaders are in charge of comes before their contact units. */
function inOrder(a: Relation, b: Relation): number {
  return RELATION_KINDS.indexOf(a.kind) - RELATION_KINDS.indexOf(b.kind)
}
