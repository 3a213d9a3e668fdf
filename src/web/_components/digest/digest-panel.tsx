import { useQuery } from '@tanstack/react-query'
import { PathLink, pathTo } from '#web/_components/path-link.tsx'
import { client } from '#web/_lib/client.ts'
import { useDigestText } from './use-text.ts'
import './digest.css'

/** 今日提要: what there is for whoever looks, with numbers that lead to it; the same as the message of the day. Nothing where there is nothing. */
export function DigestPanel() {
  const text = useDigestText()
  const { data } = useQuery({ queryKey: ['digest'], queryFn: () => client.digest.today() })
  if (data === undefined || data.sections.length === 0) return null
  return (
    <section className="digest" aria-labelledby="digest">
      <h2 id="digest">{text.title}</h2>
      <ul>
        {data.sections.map(({ kind, count, items }) => (
          <li key={kind} className={kind}>
            <strong>{`${text.kinds[kind]} ${count}`}</strong>
            {items.map(({ ref, on, path }) => (
              <PathLink key={`${ref} ${path}`} href={pathTo(path)}>
                {on === null ? ref : `${ref}（${on}）`}
              </PathLink>
            ))}
            {count > items.length ? <span className="quiet">{text.more(count - items.length)}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
