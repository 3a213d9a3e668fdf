import { client } from '#web/_lib/client.ts'
import { usePage } from '../context.ts'
import { usePlanNames } from '../use-organisation.ts'
import { useOrganisationText } from '../use-text.ts'

type PlanName = NonNullable<ReturnType<typeof usePlanNames>['data']>['items'][number]

/** 方案名称对应: what is unmatched first, with ways to settle it; then what is matched. */
export function PlanNames() {
  const text = useOrganisationText()
  const names = usePlanNames()
  const items = names.data?.items ?? []
  const openItems = items.filter(isOpen)
  const matched = items.filter((item) => !isOpen(item))
  return (
    <article className="detail" aria-labelledby="plan-names">
      <header>
        <h2 id="plan-names">{text.plan.heading}</h2>
        {openItems.length > 0 ? <span className="tag asks">{text.namesOpen(openItems.length)}</span> : null}
      </header>
      <p className="quiet">{text.plan.words}</p>
      {names.isSuccess && items.length === 0 ? <p className="quiet">{text.plan.noPlans}</p> : null}
      {items.length > 0 && openItems.length === 0 ? <p className="notice">{text.plan.none}</p> : null}
      {openItems.length > 0 ? <NameTable caption={text.plan.open} items={openItems} /> : null}
      {matched.length > 0 ? <NameTable caption={text.plan.found} items={matched} /> : null}
    </article>
  )
}

/** Whether a name stands for nobody, or for several. */
export function isOpen({ parties, groups }: PlanName): boolean {
  return parties.length + groups.length !== 1
}

function NameTable({ caption, items }: { readonly caption: string; readonly items: readonly PlanName[] }) {
  const text = useOrganisationText()
  return (
    <section>
      <table className="names">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.plan.name}</th>
            <th scope="col" className="number">
              {text.plan.count}
            </th>
            <th scope="col">{text.plan.matched}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={`${item.role} ${item.name}`}>
              <th scope="row">
                <span lang="zh-CN">{item.name}</span>
                <span className="quiet">{text.plan.role[item.role]}</span>
              </th>
              <td className="number">{item.commitments}</td>
              <td>{isOpen(item) ? <Settle item={item} /> : <Found item={item} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Found({ item }: { readonly item: PlanName }) {
  const text = useOrganisationText()
  const { directory, show } = usePage()
  const [party] = item.parties
  const group = directory.organisation.groups.find(({ id }) => id === item.groups[0])
  if (group !== undefined) {
    return (
      <button type="button" className="link" lang="zh-CN" onClick={() => show({ kind: 'group', id: group.id })}>
        <span className="quiet">{text.plan.byGroup}</span> {group.name}
      </button>
    )
  }
  if (party === undefined) return null
  const how = item.how === null || item.how === 'name' ? null : <span className="tag">{text.plan.how[item.how]}</span>
  return party.kind === 'org' ? (
    <span>
      <button type="button" className="link" lang="zh-CN" onClick={() => show({ kind: 'org', id: party.id })}>
        {directory.nameOf(party)}
      </button>{' '}
      {how}
    </span>
  ) : (
    <span lang="zh-CN">
      {directory.nameOf(party)} {how}
    </span>
  )
}

function Settle({ item }: { readonly item: PlanName }) {
  const text = useOrganisationText()
  const { directory, open, run, isBusy } = usePage()
  const root = directory.childrenOf(null)[0]?.id ?? null
  const orgs = item.suggestions.flatMap(({ kind, id }) => (kind === 'org' ? (directory.orgs.get(id) ?? []) : []))
  const others = item.suggestions.filter(({ kind }) => kind !== 'org')
  if (item.parties.length > 1) {
    return (
      <span className="quiet">
        {text.plan.several(item.parties.length)}：{item.parties.map((party) => directory.nameOf(party)).join('、')}
      </span>
    )
  }
  if (item.role === 'leader') {
    return others.length === 0 ? null : (
      <span className="quiet">
        {text.plan.mayBe} {others.map((party) => directory.nameOf(party)).join('、')}
      </span>
    )
  }
  return (
    <span className="settle">
      {orgs.map(({ id, name, aliases }) => (
        <button
          key={id}
          type="button"
          className="button small"
          disabled={isBusy}
          onClick={() =>
            void run((version) => client.organisation.setAliases({ id, version, aliases: [...aliases, item.name] }), text.done.saved)
          }
        >
          {text.plan.aliasOf(name)}
        </button>
      ))}
      <button type="button" className="button quiet small" onClick={() => open({ kind: 'chooseAlias', name: item.name })}>
        {text.plan.chooseAlias}
      </button>
      <button type="button" className="button quiet small" onClick={() => open({ kind: 'addOrg', parent: root, name: item.name })}>
        {text.plan.create}
      </button>
    </span>
  )
}
