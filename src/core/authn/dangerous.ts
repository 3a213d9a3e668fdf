import type { Permission } from '#core/access/policy.ts'

/**
 * What asks for a sign-in of late (OWASP ASVS 5.0, 7.5): accounts and their passwords, second factors, grants, taking out many rows about persons or the whole
 * journal, going into service.
 */
const DANGEROUS: ReadonlySet<Permission> = new Set([
  'account:manage',
  'account:change-post',
  'account:clear-factors',
  'grant:request',
  'grant:confirm',
  'factor:manage',
  'journal:export',
  'record:export',
  'setup:enter-service',
])

/** Whether whoever asks must have proved of late who they are. */
export function isDangerous(permission: Permission): boolean {
  return DANGEROUS.has(permission)
}
