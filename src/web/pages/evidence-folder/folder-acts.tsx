import { shareSent } from './model/rows.ts'
import type { Folder } from './use-folder.ts'
import { useFolderText } from './use-text.ts'

/** What can be done now, and how far it is. */
export function FolderActs({ folder }: { readonly folder: Folder }) {
  const text = useFolderText()
  const { rows, phase, isLinking } = folder
  const wanted = rows.filter(({ chosen }) => chosen !== null)
  const here = wanted.filter(({ state }) => state.kind === 'here')
  if (phase === 'trial')
    return (
      <p className="acts">
        <button type="button" className="button primary" disabled={wanted.length === 0} onClick={folder.send}>
          {wanted.length === 0 ? text.nothingChosen : text.send(wanted.length)}
        </button>
        <button type="button" className="button" onClick={folder.again}>
          {text.again}
        </button>
      </p>
    )
  if (phase === 'sending')
    return (
      <p className="acts" role="status">
        <progress max={1} value={shareSent(rows)} />
        {isLinking ? text.linking : text.progress(here.length, wanted.length)}
        {isLinking ? null : (
          <button type="button" className="button" onClick={folder.stop}>
            {text.stop}
          </button>
        )}
      </p>
    )
  if (phase === 'done')
    return (
      <p className="acts">
        <button type="button" className="button" onClick={folder.again}>
          {text.again}
        </button>
      </p>
    )
  return (
    <div className="acts">
      {here.length < wanted.length ? (
        <p className="notice warning" role="alert">
          {text.someRefused(wanted.length - here.length)}
        </p>
      ) : null}
      <button type="button" className="button" onClick={folder.send}>
        {text.retry}
      </button>
      <button type="button" className="button primary" disabled={here.length === 0 || isLinking} onClick={folder.linkRest}>
        {text.linkRest(here.length)}
      </button>
      <button type="button" className="button quiet" disabled={isLinking} onClick={folder.takeBack}>
        {text.takeBack}
      </button>
    </div>
  )
}
