import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/usr/lib/libreoffice/program/soffice',
  '/usr/lib64/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
]

/** Where LibreOffice is installed; null where it is not. Fixed places only: a PATH is not believed. */
export function findOffice(): string | null {
  return PLACES.find((path) => existsSync(path)) ?? null
}
