import { useInspectionText } from './use-text.ts'
import type { PhotoQueue } from './use-photo-queue.ts'

/** Takes photos and files for a place; what was not sent is named, and sent again by itself. */
export function PhotoInput({ queue, place }: { readonly queue: PhotoQueue; readonly place: string }) {
  const text = useInspectionText()
  const waiting = queue.waiting.filter(({ kept }) => kept.place === place)
  const isSending = queue.isSending && waiting.length > 0
  return (
    <div className="insp-photo">
      <label className="button quiet small">
        {isSending ? text.photoSending : text.photo}
        <input
          type="file"
          multiple
          hidden
          onChange={({ target }) => {
            const files = [...(target.files ?? [])]
            target.value = ''
            void queue.add(place, files)
          }}
        />
      </label>
      {queue.refused
        .filter((each) => each.place === place)
        .map(({ words }) => (
          <p key={words} className="notice error" role="alert">
            {words}
          </p>
        ))}
      {waiting.length === 0 || isSending ? null : (
        <p className="notice warning" role="status">
          {waiting.every(({ isSafe }) => isSafe) ? text.photoKept : text.photoOnPage} {waiting.map(({ kept }) => kept.name).join('、')}{' '}
          <button type="button" className="button small" onClick={() => void queue.send()}>
            {text.retry}
          </button>{' '}
          <button type="button" className="button quiet small" onClick={() => queue.giveUp(place)}>
            {text.giveUp}
          </button>
        </p>
      )}
    </div>
  )
}
