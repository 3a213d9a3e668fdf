import type { client } from '#web/_lib/client.ts'

export type Preview = Awaited<ReturnType<typeof client.recordImport.preview>>
export type ImportState = Awaited<ReturnType<typeof client.recordImport.get>>
export type Register = Awaited<ReturnType<typeof client.register.list>>['registers'][number]
type PreviewInput = Parameters<typeof client.recordImport.preview>[0]

/** How a person wants a sheet to be imported. */
export interface Asked {
  readonly columns: NonNullable<PreviewInput['columns']>
  readonly names: Readonly<Record<string, string>>
  readonly org: string | null
  readonly existing: 'skip' | 'update' | 'stop'
}

export const FIRST_ASKED: Asked = { columns: {}, names: {}, org: null, existing: 'skip' }

export function isTarget(value: string): value is Exclude<Asked['columns'][string], null> {
  return value !== ''
}
