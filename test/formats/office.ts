import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether LibreOffice is installed. Tests that need it are skipped without, and say so. */
export const hasOffice = spawnSync('soffice', ['--version']).status === 0
if (!hasOffice) console.warn('skipped: LibreOffice (soffice) is not installed')

/**
 * Opens a file with LibreOffice and saves it in another format.
 * @param from extension of the file
 * @param to extension of the result
 * @param filter `--convert-to` with the export filter and its options
 * @param read import filter, where the extension does not tell it
 */
export function convertWithOffice(bytes: Uint8Array, from: string, to: string, filter: string, read?: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'xiaohao-office-'))
  try {
    writeFileSync(join(folder, `file.${from}`), bytes)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const infilter = read === undefined ? [] : [`--infilter=${read}`]
    const args = [profile, '--headless', ...infilter, '--convert-to', filter, '--outdir', join(folder, 'out'), join(folder, `file.${from}`)]
    execFileSync('soffice', args, { stdio: 'ignore', timeout: 120_000 })
    return readFileSync(join(folder, 'out', `file.${to}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
