import type { Tx } from '#server/db/connect.ts'

/** The records of a register that some numbers belong to, by number. */
export async function recordsByNumber(
  tx: Tx,
  jurisdictionId: string,
  register: string,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('recordNumber')
    .select(['number', 'recordId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('register', '=', register)
    .where((eb) => eb('number', '=', eb.fn.any(eb.val([...numbers]))))
    .execute()
  return new Map(rows.map(({ number, recordId }) => [number, recordId]))
}

/** The numbers that some records have in the ledgers they came from, by record. */
export async function loadNumbersOf(tx: Tx, jurisdictionId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('recordNumber')
    .select(['number', 'recordId'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('recordId', '=', eb.fn.any(eb.val([...ids]))))
    .execute()
  return new Map(rows.map(({ number, recordId }) => [recordId, number]))
}
