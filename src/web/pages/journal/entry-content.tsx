import { useMutation } from '@tanstack/react-query'
import { FailureNotice } from '#web/_components/failure-notice.tsx'
import { Icon } from '#web/_components/icon.tsx'
import { client } from '#web/_lib/client.ts'
import { download } from '#web/_lib/download.ts'
import { useFailureText } from '#web/_words/refusal/words.ts'
import { EntryNotes } from './entry-notes.tsx'
import { differenceOf } from './model/difference.ts'
import type { Entry } from './use-entries.ts'
import { useJournalText } from './use-text.ts'
import { useWords } from './words/use-words.ts'

/** So many values are shown of one entry. */
const MOST = 200

const PAGES: Readonly<Record<string, string>> = {
  record: '/records/',
  commitment: '/commitments/',
  plan: '/plans/',
  reconciliation: '/reconciliations/',
}

/** What an entry changed, where it came from, and its proof. */
export function EntryContent({ entry }: { readonly entry: Entry }) {
  const text = useJournalText()
  const words = useWords()
  const failureText = useFailureText()
  const proof = useMutation({
    mutationFn: () => client.journal.proof({ id: entry.id }),
    onSuccess: (found) => download(new Blob([JSON.stringify(found)], { type: 'application/json' }), text.proofName(entry.id)),
  })
  const { changed, kept } = differenceOf(entry.before, entry.after)
  const page = entry.result === 'done' ? PAGES[entry.subjectKind] : undefined
  return (
    <div className="content">
      {changed.length === 0 ? (
        <p className="quiet">{text.unchanged}</p>
      ) : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{text.field}</th>
                <th scope="col">{text.before}</th>
                <th scope="col">{text.after}</th>
              </tr>
            </thead>
            <tbody>
              {changed.slice(0, MOST).map(({ path, before, after }) => (
                <tr key={path.join('/')}>
                  <th scope="row">{words.path(path)}</th>
                  <td>{before === null ? '—' : <del>{before}</del>}</td>
                  <td>{after === null ? '—' : <ins>{after}</ins>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changed.length > MOST ? <p className="quiet">{text.rest(changed.length - MOST)}</p> : null}
      {kept > 0 ? <p className="quiet">{text.kept(kept)}</p> : null}
      <p className="quiet facts">
        <span>{`${text.address}: ${entry.address ?? text.noAddress}`}</span>
        <span>{`${text.id}: ${entry.id}`}</span>
        {page === undefined ? null : <a href={`${page}${entry.subject}`}>{`${text.toSubject} ${words.noun(entry.subjectKind)}`}</a>}
        <button
          type="button"
          className="button small"
          title={text.proofHint}
          disabled={entry.index === null || proof.isPending}
          onClick={() => proof.mutate()}
        >
          <Icon name="download" />
          {text.proof}
        </button>
      </p>
      <EntryNotes entry={entry} />
      <FailureNotice error={proof.error} words={failureText} />
    </div>
  )
}
