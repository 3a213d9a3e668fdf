import { type DragEvent, type ReactElement, useRef } from 'react'

interface FileChoiceProps {
  /** Endings of the names that the file dialog offers. */
  readonly accept: string
  /** What the file dialog is called. */
  readonly label: string
  readonly onFile: (file: File) => void
}

interface FileChoice {
  /** Opens the file dialog. */
  readonly choose: () => void
  /** For the element that a file may be dropped on. */
  readonly drop: { readonly onDragOver: (event: DragEvent) => void; readonly onDrop: (event: DragEvent) => void }
  /** Stands anywhere in the page, unseen. */
  readonly input: ReactElement
}

/** One file, chosen or dropped. */
export function useFileChoice({ accept, label, onFile }: FileChoiceProps): FileChoice {
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined): void => {
    if (file !== undefined) onFile(file)
  }
  return {
    choose: () => input.current?.click(),
    drop: {
      onDragOver: (event) => event.preventDefault(),
      onDrop: (event) => {
        event.preventDefault()
        take(event.dataTransfer.files[0])
      },
    },
    input: (
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          take(file)
        }}
      />
    ),
  }
}
