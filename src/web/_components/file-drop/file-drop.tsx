import { useEffect, useRef } from 'react'
import { Icon } from '#web/_components/icon.tsx'
import { chosenFiles, type droppedFiles } from '#web/_lib/given-files.ts'
import { useDrop } from './use-drop.ts'
import './file-drop.css'

interface FileDropProps {
  readonly words: { readonly drop: string; readonly files: string; readonly folder: string }
  readonly isBusy: boolean
  readonly onGive: (files: ReturnType<typeof droppedFiles>) => void
}

/** Where files, folders and archives are dropped or chosen. */
export function FileDrop({ words, isBusy, onGive }: FileDropProps) {
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const { isOver, drop } = useDrop((given) => {
    if (!isBusy) onGive(given)
  })
  // React does not know this attribute
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), [folder])
  const take = (input: HTMLInputElement): void => {
    onGive(Promise.resolve(chosenFiles(input.files)))
    input.value = ''
  }
  return (
    <section className={`file-drop ${isOver ? 'over' : ''}`} aria-label={words.drop} {...drop}>
      <p>{words.drop}</p>
      <p>
        <button type="button" className="button primary" disabled={isBusy} onClick={() => files.current?.click()}>
          <Icon name="upload" />
          {words.files}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => folder.current?.click()}>
          {words.folder}
        </button>
      </p>
      <input ref={files} type="file" multiple hidden aria-label={words.files} onChange={({ target }) => take(target)} />
      <input ref={folder} type="file" multiple hidden aria-label={words.folder} onChange={({ target }) => take(target)} />
    </section>
  )
}
