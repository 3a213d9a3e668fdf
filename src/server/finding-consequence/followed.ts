import type { Tx } from '#server/db/connect.ts'

/** Of some findings those from which something has followed: their state is that of a closure, and nobody acts on them besides. */
export async function followedOf(tx: Tx, jurisdictionId: string, findings: readonly string[]): Promise<ReadonlySet<string>> {
  if (findings.length === 0) return new Set()
  const rows = await tx
    .selectFrom('findingConsequence')
    .select('findingId')
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('findingId', '=', eb.fn.any(eb.val([...findings]))))
    .execute()
  return new Set(rows.map(({ findingId }) => findingId))
}

/** Whether something has followed from a finding. */
export async function isFollowed(tx: Tx, jurisdictionId: string, finding: string): Promise<boolean> {
  return (await followedOf(tx, jurisdictionId, [finding])).has(finding)
}
