import type { Draw } from '#core/draw/draw.ts'
import { momentText } from '#web/_lib/day-text.ts'
import { useDrawText } from './use-text.ts'

/** The frozen parts of the population with their digests, and when the journal sealed each. */
export function Parts({ draw: { parts } }: { readonly draw: Draw }) {
  const text = useDrawText()
  return (
    <section>
      <h2>{text.parts}</h2>
      <ul className="draws-parts">
        {parts.map(({ part, hash, items, excluded, fileName, frozenAt, frozenBy, sealedAt }) => (
          <li key={part}>
            <span>
              {[
                ...(parts.length > 1 ? [text.part(part)] : []),
                fileName,
                text.items(items),
                ...(excluded > 0 ? [text.excludedCount(excluded)] : []),
                text.frozen(frozenBy, momentText(frozenAt)),
                sealedAt === null ? text.sealing : text.sealed(momentText(sealedAt)),
              ].join(' · ')}
            </span>
            <code title={text.hash}>{hash}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
