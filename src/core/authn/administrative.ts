import type { Permission } from '#core/access/policy.ts'

/** What administrators do, by the noun of the permission: answered only at the addresses that the settings name. */
const NOUNS: ReadonlySet<string> = new Set(['account', 'grant', 'journal', 'mark', 'backup', 'setup'])
const PERMISSIONS: ReadonlySet<string> = new Set(['session:administer'])

/** Whether a permission is one of the administrators' consoles (GB/T 22239-2019, 8.1.4.4 c). The first set-up has a one-time link instead. */
export function isAdministrative(permission: Permission): boolean {
  const noun = permission.split(':')[0] ?? ''
  return permission !== 'setup:complete' && (NOUNS.has(noun) || PERMISSIONS.has(permission))
}
