import * as z from 'zod'
import { CommitmentId } from '#core/commitment/commitment.ts'
import { addDays, type Day, type Instant } from '#core/day/day.ts'
import { daysOf } from '#core/period-lock/decisions.ts'
import type { Quarter } from '#core/period-lock/period-lock.ts'
import { quarterOf } from '#core/period-lock/quarters.ts'
import { placeOf, reportFigures } from '#core/quarter-report/figures.ts'
import type { ReportContent, ReportRow, ReportWords } from '#core/quarter-report/quarter-report.ts'
import type { Tx } from '#server/db/connect.ts'
import type { Scope } from '#server/access/load-scope.ts'
import { loadDifficulties } from '#server/difficulty/stored.ts'
import { compareFigures } from '#server/period-lock/later.ts'
import { laterThan } from '#server/period-lock/later-revisions.ts'
import { loadLocks } from '#server/period-lock/stored.ts'
import { loadReportRows } from '#server/quarter-report/rows.ts'
import { loadStandings, overUntil } from '#server/submission/read.ts'

/** What a report is made from: which quarter, as known when, in which edition of the ledger; who looks at it on which day. */
export interface Asked {
  readonly quarter: Quarter
  readonly knownAt: Instant
  readonly edition: string
  readonly today: Day
  readonly words: ReportWords
  /** Whose report it is: what they see of difficulties. */
  readonly scope: Scope
}

/** So many items are listed of what comes next. */
const MOST = 200

/** Everything a quarter's report says. */
export async function loadContent(tx: Tx, { quarter, knownAt, edition, today, words, scope }: Asked): Promise<ReportContent> {
  const { jurisdictionId } = scope
  const { from, to } = daysOf(quarter)
  const asOf = to < today ? to : today
  const rows = await loadReportRows(tx, jurisdictionId, { edition, from, to: asOf, over: overUntil(quarter, today) })
  const { name } = await tx.selectFrom('jurisdiction').select('name').where('id', '=', jurisdictionId).executeTakeFirstOrThrow()
  const units = await loadStandings(tx, jurisdictionId, { quarter, edition, only: null, today })
  return {
    form: 'xiaohao-quarter-report/1',
    quarter,
    from,
    asOf,
    knownAt,
    by: name,
    plans: [...new Set(rows.map(({ planTitle }) => planTitle))],
    ...reportFigures(rows),
    units: { total: units.length, unconfirmed: units.filter(({ state }) => state !== 'confirmed').map((unit) => unit.name) },
    difficulties: await loadOpenDifficulties(tx, scope),
    corrections: await loadCorrections(tx, jurisdictionId, from),
    next: await loadNext(tx, jurisdictionId, to, rows),
    words,
  }
}

/** 存在困难: what units have raised and nobody has answered. */
async function loadOpenDifficulties(tx: Tx, scope: Scope): Promise<ReportContent['difficulties']> {
  const open = await loadDifficulties(tx, scope, { states: ['open', 'escalated'], limit: MOST })
  return open.map(({ commitment, ref, orgName, words, wants }) => ({
    commitment: CommitmentId.parse(commitment),
    ref,
    units: orgName,
    words,
    wants,
  }))
}

/** 对上季度数字的更正: what came out otherwise since the quarter before was reported. */
async function loadCorrections(tx: Tx, jurisdictionId: string, from: Day): Promise<ReportContent['corrections']> {
  const former = addDays(from, -1)
  const lock = (await loadLocks(tx, jurisdictionId)).find(({ to, unlocked }) => to === former && unlocked === null)
  if (lock === undefined) return []
  const later = await laterThan(tx, jurisdictionId, lock).select('register').distinct().execute()
  const figures = await compareFigures(tx, jurisdictionId, lock, { registers: new Set(later.map(({ register }) => register)) })
  const rows = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .where((eb) => eb('commitmentId', '=', eb.fn.any(eb.val(figures.map(({ commitment }) => commitment)))))
    .execute()
  const refs = new Map(rows.map(({ commitmentId, ref }) => [commitmentId, ref]))
  return figures.flatMap(({ commitment, reported, now, unit }) => {
    const ref = refs.get(commitment)
    return ref === undefined ? [] : [{ commitment, ref, reported: figureWords(reported, unit), now: figureWords(now, unit) }]
  })
}

function figureWords(figure: { readonly actual: string | null; readonly required: string | null } | null, unit: string): string {
  return figure === null ? '无' : `${figure.actual ?? '—'}/${figure.required ?? '—'}${unit}`
}

const dayColumn = z.custom<Day>()

/** 下季度到期: what has its day in the quarter after and is not struck off. */
async function loadNext(tx: Tx, jurisdictionId: string, to: Day, rows: readonly ReportRow[]): Promise<ReportContent['next']> {
  const first = addDays(to, 1)
  const until = daysOf(quarterOf(first)).to
  const due = await tx
    .selectFrom('ledgerEntry')
    .select(['commitmentId', 'ref', 'sentence', 'leadOrgsText', 'dueOn'])
    .where('jurisdictionId', '=', jurisdictionId)
    .where('state', '=', 'confirmed')
    .where('dueOn', '>=', first)
    .where('dueOn', '<=', until)
    .orderBy('dueOn')
    .orderBy('planId')
    .orderBy('ordinal')
    .limit(MOST)
    .execute()
  const ended = new Set(rows.filter((row) => ['closed', 'terminated'].includes(placeOf(row))).map(({ commitment }) => commitment))
  return due.flatMap(({ commitmentId, ref, sentence, leadOrgsText, dueOn }) => {
    const commitment = CommitmentId.parse(commitmentId)
    return ended.has(commitment) ? [] : [{ commitment, ref, sentence, units: leadOrgsText ?? '', dueOn: dayColumn.parse(dueOn) }]
  })
}
