import type * as z from 'zod'
import type { ReportDraft } from '#contract/quarter-report.ts'
import type { Instant } from '#core/day/day.ts'
import { canonicalJson, Json } from '#core/journal/leaf.ts'
import { refuse } from '#core/outcome/outcome.ts'
import type { PeriodLock, Quarter } from '#core/period-lock/period-lock.ts'
import type { ReportContent } from '#core/quarter-report/quarter-report.ts'
import { writeOfficial } from '#formats/docx/write-official.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { sm3 } from '#server/journal/sm3.ts'
import { type Edition, editionFor, type WithJobs } from '#server/ledger/edition.ts'
import { loadLocks } from '#server/period-lock/stored.ts'
import { accepted } from '#server/plan/accepted.ts'
import { loadContent } from '#server/quarter-report/content.ts'
import { type Origin, reportDocument } from '#server/quarter-report/document.ts'
import { codeOf, loadReports, loadWords } from '#server/quarter-report/stored.ts'
import { quarterWords } from '#server/quarter-report/words.ts'
import { dayFor } from '#server/submission/read.ts'
import { change, view } from '#server/verb/change.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** 季度报告 as it stands, with those that were issued. */
export async function draftReport(context: WithJobs, quarter: Quarter): Promise<z.infer<typeof ReportDraft>> {
  const basis = await basisOf(context, quarter)
  return view(context, async ({ tx, actor: { jurisdictionId }, allow, scope }) => {
    allow('quarter-report:read')
    const { version } = await loadWords(tx, jurisdictionId, quarter)
    const { progress } = basis.edition.stood
    const content = progress === null ? await contentFrom(tx, context, await scope(), basis) : null
    return { progress, content, version, reports: await loadReports(tx, jurisdictionId, quarter) }
  })
}

/** 草稿 as a .docx. Exports are journalled. */
export async function draftFile(context: WithJobs, { address, ...quarter }: Quarter & { readonly address: Origin }): Promise<File> {
  const basis = await basisOf(context, quarter)
  demandReady(basis)
  const content = await change(context, async ({ tx, allow, scope, record }) => {
    allow('quarter-report:issue')
    await record({ verb: 'quarter-report.export', subject: { kind: 'quarter-report', id: nameOf(quarter) }, after: { quarter } })
    return contentFrom(tx, context, await scope(), basis)
  })
  return fileOf(`${quarterWords(quarter)}整改进展情况报告（草稿）.docx`, await reportBytes(content, address))
}

/** What a report of a quarter is made from: its lock where it is locked, and the edition of the ledger. */
export interface Basis {
  readonly quarter: Quarter
  readonly lock: PeriodLock | null
  readonly edition: Edition
}

/** A locked quarter as it was known when it was locked, any other as it is known now. */
export async function basisOf(context: WithJobs, quarter: Quarter): Promise<Basis> {
  const locks = await view(context, async ({ tx, actor, allow }) => {
    allow('quarter-report:read')
    return loadLocks(tx, actor.jurisdictionId)
  })
  const lock =
    locks.find((each) => each.unlocked === null && each.quarter.year === quarter.year && each.quarter.quarter === quarter.quarter) ?? null
  const edition = await editionFor(context, { asOf: dayFor(quarter, context.asOf), knownAt: lock?.lockedAt ?? null })
  return { quarter, lock, edition }
}

/** REFUSED while the figures are still being worked out. */
export function demandReady({ edition: { stood } }: Basis): void {
  if (stood.progress !== null) accepted(refuse('not-ready', { progress: String(stood.progress) }))
}

/** What the report says. `knownAt`: of a quarter that is about to be locked. */
export async function contentFrom(tx: Tx, context: WithJobs, scope: Scope, { quarter, lock, edition }: Basis): Promise<ReportContent> {
  const { words } = await loadWords(tx, scope.jurisdictionId, quarter)
  const knownAt: Instant = lock?.lockedAt ?? context.now
  return loadContent(tx, { scope, quarter, knownAt, edition: edition.id, today: context.asOf, words })
}

/** The canonical text of what a report says, and its digest. */
export function sealed(content: ReportContent): { readonly text: string; readonly digest: string } {
  const text = canonicalJson(Json.parse(content))
  return { text, digest: sm3(text) }
}

/** The report as an official document. */
export async function reportBytes(content: ReportContent, origin: Origin): Promise<Uint8Array<ArrayBuffer>> {
  const blocks = reportDocument(content, codeOf(sealed(content).digest), origin)
  const title = `${quarterWords(content.quarter)}整改进展情况报告`
  return new Uint8Array(await writeOfficial(blocks, { title, author: content.by }))
}

function fileOf(name: string, bytes: Uint8Array<ArrayBuffer>): File {
  return new File([bytes], name, { type: TYPE })
}

/** 2026-3. */
export function nameOf({ year, quarter }: Quarter): string {
  return `${year}-${quarter}`
}
