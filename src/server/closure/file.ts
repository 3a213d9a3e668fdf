import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import * as z from 'zod'
import { Instant } from '#core/day/day.ts'
import { ConsequenceKind } from '#core/finding-consequence/consequence.ts'
import { canonicalJson, Json } from '#core/journal/leaf.ts'
import type { Pack } from '#core/pack/pack.ts'
import { RegisterId } from '#core/register/field.ts'
import { type ArchiveEntry, writeArchive } from '#formats/zip/write-archive.ts'
import { type RecordSight, recordSight } from '#server/access/records.ts'
import { closureIndex } from '#server/closure/file-index.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Files } from '#server/files/store.ts'
import type { Download } from '#server/http/download.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'
import type { Context } from '#server/verb/context.ts'

/** What is read of a frozen file; the whole of it goes into the archive as it is. */
export const FrozenFile = z.object({
  commitment: z.object({
    ref: z.string(),
    plan: z.string(),
    sentence: z.string(),
    units: z.string(),
    answerable: z
      .object({ unit: z.string(), supporting: z.string(), first: z.string(), lead: z.string(), owner: z.string() })
      .default({ unit: '', supporting: '', first: '', lead: '', owner: '' }),
    due: z.string().nullable(),
    criteria: z.string().default(''),
    findings: z
      .array(z.object({ kind: ConsequenceKind, title: z.string(), ordinal: z.number(), org: z.string(), words: z.string() }))
      .default([]),
  }),
  stage: z.string(),
  occurrences: z.array(
    z.object({
      subject: z.string(),
      name: z.string().default(''),
      period: z.object({ key: z.string(), from: z.string(), to: z.string().nullable() }),
      state: z.string(),
      required: z.string().nullable(),
      actual: z.string().nullable(),
    }),
  ),
  records: z.array(
    z.object({
      record: z.string(),
      revision: z.number(),
      register: z.string(),
      from: z.string(),
      to: z.string(),
      values: z.json(),
      title: z.string().default(''),
      said: z.array(z.object({ label: z.string(), text: z.string() })).default([]),
      enteredBy: z.string(),
      files: z.array(z.object({ sha256: z.string(), name: z.string() })),
    }),
  ),
  levels: z.array(z.object({ role: z.enum(['verify', 'approve']) })).default([]),
  steps: z.array(
    z.object({
      kind: z.string(),
      level: z.number(),
      by: z.string(),
      at: Instant,
      note: z.string(),
      signerName: z.string().default(''),
      demands: z.array(z.string()),
      heldOn: z.string().nullable().default(null),
      minutes: z.array(z.object({ sha256: z.string(), name: z.string() })).default([]),
      lifted: z.boolean().default(false),
    }),
  ),
})
export type FrozenFile = z.infer<typeof FrozenFile>

/** 一项一档: the file of the last time it was closed as one archive: what was frozen to the letter, every evidence, an index that opens in any browser, and a page that checks all of it. Journalled. */
export async function giveClosureFile(
  context: Context & { readonly files: Files; readonly packs: readonly Pack[] },
  id: string,
): Promise<Download> {
  const { content, digest } = await change(context, async ({ tx, actor: { jurisdictionId }, allow, scope, record }) => {
    allow('closure:take-file')
    const row = await tx
      .selectFrom('closureFile')
      .select(['content', 'digest', 'round'])
      .where('jurisdictionId', '=', jurisdictionId)
      .where('closureId', '=', id)
      .orderBy('round', 'desc')
      .executeTakeFirst()
    if (!row) throw new AppError('NOT_FOUND')
    await demandCleared(tx, await recordSight(tx, await scope(), context.packs), FrozenFile.parse(row.content))
    await record({ verb: 'closure.export', subject: { kind: 'closure', id }, after: { round: row.round, digest: row.digest } })
    return row
  })
  const frozen = FrozenFile.parse(content)
  const name = `销号卷宗-${frozen.commitment.ref}${frozen.stage === '' ? '' : `-${frozen.stage}`}.zip`
  const entries = entriesOf(context, frozen, canonicalJson(Json.parse(content)), digest)
  return { name, type: 'application/octet-stream', bytes: null, content: Readable.from(writeArchive(entries)) }
}

/** A file holds whole what it was closed with: it is not there for whom one of its records, or a field of one, is not. */
async function demandCleared(tx: Tx, { scope, isThere, hiddenFields }: RecordSight, { records }: FrozenFile): Promise<void> {
  const ids = [...new Set(records.map(({ record }) => record))]
  const { count } = await tx
    .selectFrom('recordRevision')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('jurisdictionId', '=', scope.jurisdictionId)
    .where('isStanding', '=', true)
    .where((eb) => eb('id', '=', eb.fn.any(eb.val(ids))))
    .where(isThere)
    .executeTakeFirstOrThrow()
  const isWhole = records.every(({ register }) => hiddenFields(RegisterId.parse(register)).length === 0)
  if (Number(count) < ids.length || !isWhole) throw new AppError('NOT_FOUND')
}

/** What was frozen, every evidence, the index with the digest of each, and the page that checks them all without the program. */
async function* entriesOf(
  { files, actor }: Context & { readonly files: Files },
  frozen: FrozenFile,
  text: string,
  digest: string,
): AsyncGenerator<ArchiveEntry> {
  const digests = new Map<string, string>()
  yield* measured({ name: '卷宗.json', content: [Buffer.from(text)] }, digests)
  const minutes = frozen.steps.flatMap((step) => step.minutes)
  // by the whole digest: what only begins alike is another file
  const given = new Set<string>()
  for (const { sha256, name } of [...frozen.records.flatMap((record) => record.files), ...minutes]) {
    const key = `${sha256} ${name}`
    if (given.has(key)) continue
    given.add(key)
    yield* measured({ name: evidenceName(sha256, name), content: (await files.stream(actor.jurisdictionId, sha256)).content }, digests)
  }
  yield* measured({ name: '目录.html', content: [Buffer.from(closureIndex(frozen, digest, digests))] }, digests)
  const list = [...digests].map(([place, sm3]) => `${sm3}  ${place}\n`).join('')
  yield { name: '校验清单.txt', content: [Buffer.from(list)] }
  yield { name: '核对.html', content: createReadStream(CHECKER) }
}

const CHECKER = new URL('../../../verifier/closure.html', import.meta.url)

/** An entry whose SM3 is known once all of it has passed. */
async function* measured({ name, content }: ArchiveEntry, digests: Map<string, string>): AsyncGenerator<ArchiveEntry> {
  const hash = createHash('sm3')
  async function* passing(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      hash.update(chunk)
      yield chunk
    }
  }
  yield { name, content: passing() }
  digests.set(name, hash.digest('hex'))
}

/** Where a file stands in the archive: names repeat, contents do not. So many digits that no second file can be made to stand in the same place. */
export function evidenceName(sha256: string, name: string): string {
  return `佐证/${sha256.slice(0, 32)}-${name}`
}
