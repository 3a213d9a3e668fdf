import { type DragEvent, useState } from 'react'
import { droppedFiles } from '#web/_lib/given-files.ts'

/** For an element that files and folders may be dropped on: whether they are held over it, and what happens when they fall. */
export function useDrop(onGive: (files: ReturnType<typeof droppedFiles>) => void) {
  const [isOver, setIsOver] = useState(false)
  return {
    isOver,
    drop: {
      onDragOver: (event: DragEvent): void => {
        event.preventDefault()
        setIsOver(true)
      },
      onDragLeave: (): void => setIsOver(false),
      onDrop: (event: DragEvent): void => {
        event.preventDefault()
        setIsOver(false)
        onGive(droppedFiles(event.dataTransfer.items))
      },
    },
  }
}
