import pg from 'pg'
import { sm2 } from 'sm-crypto-v2'
import { inject } from 'vitest'
import type { BundleLine } from '#core/journal/bundle.ts'
import { Instant } from '#core/day/day.ts'
import type { SignedHead } from '#core/journal/head.ts'
import { type JournalReport, makeVerifier } from '#core/journal/verify.ts'
import type { Database } from '#server/db/connect.ts'
import { journalLines } from '#server/journal/lines.ts'
import { recordEntry } from '#server/journal/record.ts'
import { sealAll } from '#server/journal/sealer.ts'
import { isSignedBy, type Signer, signerOf } from '#server/journal/signer.ts'
import { journalHash, sm3 } from '#server/journal/sm3.ts'
import { dayInShanghai } from '#server/platform/clock.ts'
import { uuidv7 } from '#server/platform/ids.ts'
import { SUPERUSER } from '#server/postgres/initialise.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

/** A jurisdiction whose journal is written, sealed, tampered with and verified. */
export interface SealedWorld {
  readonly database: Database
  readonly jurisdictionId: string
  readonly signer: Signer
  /** Writes entries, each in a transaction of its own. */
  readonly write: (count: number) => Promise<void>
  /** Writes entries and seals until none is left. */
  readonly grow: (count: number) => Promise<void>
  readonly seal: () => Promise<void>
  readonly lines: () => Promise<readonly BundleLine[]>
  readonly verify: (witnessed?: readonly SignedHead[]) => Promise<JournalReport>
  readonly verifyLines: (lines: readonly BundleLine[], witnessed?: readonly SignedHead[]) => Promise<JournalReport>
  /** What only somebody with the database's own keys can do. */
  readonly tamper: (statement: string) => Promise<void>
  readonly close: () => Promise<void>
}

const now = Instant.parse('2026-03-02T01:00:00.000Z')

export async function startSealedWorld(): Promise<SealedWorld> {
  const database = await freshDatabase()
  const signer = signerOf(sm2.generateKeyPairHex())
  const jurisdictionId = uuidv7()
  await database.db.insertInto('jurisdiction').values({ id: jurisdictionId, name: '某院', createdAt: now }).execute()
  const actor = { accountId: uuidv7(), jurisdictionId, name: '张三', post: 'office', mode: 'trial', person: null } as const
  const context = { actor, now, asOf: dayInShanghai(now), requestId: 'r', address: null, newId: uuidv7 }
  const unsealed = async () => (await lines()).find((line) => 'end' in line)?.end.unsealed ?? 0
  const lines: SealedWorld['lines'] = () =>
    database.db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const all: BundleLine[] = []
        for await (const line of journalLines(tx, jurisdictionId, now)) all.push(line)
        return all
      })
  const write: SealedWorld['write'] = async (count) => {
    for (let at = 0; at < count; at += 1)
      await database.db.transaction().execute((tx) =>
        recordEntry(tx, context, {
          verb: 'plan.import',
          subject: { kind: 'plan', id: `p${at}` },
          before: null,
          after: { at, 甲: ['一'] },
        }),
      )
  }
  const seal = async () => {
    // other databases of the same server may hold the horizon back for a while
    do await sealAll({ database, signer, clock: () => now }, null)
    while ((await unsealed()) > 0)
  }
  const verifyLines: SealedWorld['verifyLines'] = async (all, witnessed = []) => {
    const verifier = makeVerifier({ tree: journalHash, digest: sm3, isSigned: isSignedBy, trusted: new Set([signer.key]), witnessed })
    for (const line of all) verifier.take(line)
    return verifier.end()
  }
  return {
    database,
    jurisdictionId,
    signer,
    write,
    async grow(count) {
      await write(count)
      await seal()
    },
    seal,
    lines,
    verify: async (witnessed = []) => verifyLines(await lines(), witnessed),
    verifyLines,
    async tamper(statement) {
      const { rows } = await database.pool.query<{ name: string }>('SELECT current_database() AS name')
      const client = new pg.Client({ ...inject('server'), user: SUPERUSER, database: rows[0]?.name ?? '' })
      await client.connect()
      try {
        await client.query(statement)
      } finally {
        await client.end()
      }
    },
    close: database.close,
  }
}
