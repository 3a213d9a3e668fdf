import { randomBytes } from 'node:crypto'
import { canonicalJson, Json } from '#core/journal/leaf.ts'
import type { WorkRecord } from '#core/record/record.ts'
import type { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { sm3 } from '#server/journal/sm3.ts'

const SALT_BYTES = 16

/**
 * A record as the journal keeps it. Of a record about a single person it keeps a commitment to what it holds (SM3 over salt and content), and the content lies
 * beside: that can be erased, and every proof of the journal stands.
 */
export async function asJournalled(tx: Tx, jurisdictionId: string, register: Register | undefined, record: WorkRecord): Promise<unknown> {
  if (register?.sensitivity !== 'personal') return record
  const { subjects, values, note, ...rest } = record
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const content = JSON.stringify({ subjects, values, note })
  const commitment = sm3(canonicalJson({ salt, content: Json.parse(JSON.parse(content)) }))
  await tx.insertInto('personalPayload').values({ jurisdictionId, commitment, recordId: record.id, salt, content }).execute()
  return { ...rest, personal: commitment }
}
