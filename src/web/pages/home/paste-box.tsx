import { type ClipboardEvent, useId, useState } from 'react'
import { useText } from '#web/_lib/language.ts'
import { en } from './text.en.ts'
import { zh } from './text.zh.ts'

interface Pasted {
  readonly words: string
  /** What was pasted as a page, where a table stands in it: columns would be lost in the words. Null once the words are changed by hand. */
  readonly page: string | null
}

const NAME_LENGTH = 40

/** A box for words without a file: what is pasted is sent as a file named by its first line. */
export function PasteBox({ onSend, onCancel }: { readonly onSend: (file: File) => void; readonly onCancel: () => void }) {
  const text = useText({ zh, en })
  const id = useId()
  const [{ words, page }, setPasted] = useState<Pasted>({ words: '', page: null })
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const html = event.clipboardData.getData('text/html')
    if (words !== '' || !/<table[\s>]/i.test(html)) return
    event.preventDefault()
    setPasted({ words: event.clipboardData.getData('text/plain'), page: html })
  }
  return (
    <form
      className="paste"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(fileFrom({ words, page }, text.pasted))
      }}
    >
      <label htmlFor={id}>{text.pasteLabel}</label>
      <textarea
        id={id}
        rows={8}
        autoFocus
        value={words}
        placeholder={text.pasteHint}
        onPaste={paste}
        onChange={(event) => setPasted({ words: event.target.value, page: null })}
      />
      <p className="quiet">{page === null ? '' : text.pasteTable}</p>
      <div className="acts">
        <button type="submit" className="button primary" disabled={words.trim() === ''}>
          {text.pasteSend}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {text.cancel}
        </button>
      </div>
    </form>
  )
}

function fileFrom({ words, page }: Pasted, otherwise: string): File {
  const first = words.split('\n').find((line) => line.trim() !== '') ?? ''
  const name =
    first
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, NAME_LENGTH) || otherwise
  return page === null ? new File([words], `${name}.txt`) : new File([`<meta charset="utf-8">${page}`], `${name}.html`)
}
