import { useState } from 'react'
import type { Organisation } from '#core/org/organisation.ts'
import { usePage } from '../context.ts'
import type { ShownOrg } from '../model/directory.ts'
import type { Text } from '../text.zh.ts'
import { useHistory } from '../use-organisation.ts'
import { useOrganisationText } from '../use-text.ts'

/** 沿革: the names and places of an org and all who held its posts, the latest first. Loaded when it is opened. */
export function History({ org }: { readonly org: ShownOrg }) {
  const text = useOrganisationText()
  const { directory } = usePage()
  const [isShown, setIsShown] = useState(false)
  const history = useHistory(org.id, isShown)
  const nameOf = (id: string): string => directory.orgs.get(id)?.name ?? '—'
  return (
    <details className="history" open={isShown} onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>{text.history.heading}</summary>
      {history.data === undefined ? (
        <p className="quiet">{text.loading}</p>
      ) : (
        <ol>
          {linesOf(history.data, text, nameOf).map(({ key, from, to, words }) => (
            <li key={key} className={to === null ? 'now' : ''}>
              <span className="days">{text.history.until(from, to ?? text.history.now)}</span>
              <span lang="zh-CN">{words}</span>
            </li>
          ))}
        </ol>
      )}
    </details>
  )
}

function linesOf(history: Organisation, text: Text, nameOf: (org: string) => string) {
  const people = new Map(history.people.map(({ id, name }) => [id, name]))
  const titles = new Map(history.posts.map(({ id, title }) => [id, title]))
  const terms = history.terms.map(({ id, from, to, name, parent }) => {
    const place = parent === null ? '' : ` · ${text.history.below(nameOf(parent))}`
    return { key: id, from, to, words: `${text.history.named(name)}${place}` }
  })
  const holdings = history.holdings.map(({ id, from, to, person, post }) => ({
    key: id,
    from,
    to,
    words: text.history.held(people.get(person) ?? '—', titles.get(post) ?? '—'),
  }))
  return [...terms, ...holdings].toSorted((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
}
