import { randomUUID } from 'node:crypto'
import { linkSync, rmSync, writeFileSync } from 'node:fs'

/** Creates a file with its content in one step, on the disk and for its owner alone, so that nobody ever reads half of it; false where it is there already. */
export function createWhole(file: string, content: string): boolean {
  const temporary = `${file}.${randomUUID()}`
  try {
    writeFileSync(temporary, content, { mode: 0o600, flush: true })
    linkSync(temporary, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}
