import { execFile } from 'node:child_process'
import type { ReceivedFile } from '#server/files/store.ts'

/** What a look for malware found: nothing, something, or (the scanner did not answer) nothing that can be relied on. */
export type Scanned = 'clean' | 'infected' | 'not-scanned'

/** The test signature that every scanner knows (EICAR), in two parts: whole it would have this file itself removed. */
const SIGNATURE = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''))
const LOOKED_AT_BYTES = 1024 ** 2
const PATIENCE_MS = 120_000

/**
 * Looks for malware in a file that has come in, before any verb reads it: for the test signature by ourselves, for all else by the scanner that the settings name
 * (a program that is given the path; it ends with 0: clean, 1: infected, anything else: not scanned, as clamdscan does). Null: there is no scanner.
 */
export async function scan(file: ReceivedFile, scanner: string | null): Promise<Scanned> {
  if ((await file.readAt(0, LOOKED_AT_BYTES)).includes(SIGNATURE)) return 'infected'
  return scanner === null ? 'clean' : ask(scanner, file.path)
}

function ask(scanner: string, path: string): Promise<Scanned> {
  return new Promise((resolve) => {
    // without a shell, and without what the environment holds
    const child = execFile(scanner, [path], { timeout: PATIENCE_MS, env: {}, windowsHide: true }, () => undefined)
    child.once('error', () => resolve('not-scanned'))
    child.once('exit', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'infected' : 'not-scanned'))
  })
}
