import type { InspectionView } from '#contract/inspection.ts'
import {
  actOnInspection,
  beginInspection,
  cancelInspection,
  endInspection,
  filePlan,
  type InspectionRefusal,
  reportInspection,
} from '#core/inspection/decisions.ts'
import type { InspectionAct } from '#core/inspection/inspection.ts'
import type { Outcome } from '#core/outcome/outcome.ts'
import type { Scope } from '#server/access/load-scope.ts'
import type { Tx } from '#server/db/connect.ts'
import { filingFacts } from '#server/inspection/filing.ts'
import type { Caller } from '#server/inspection/sight.ts'
import { loadInspection, type StoredInspection } from '#server/inspection/stored.ts'
import { partyIn, planOf, viewOf } from '#server/inspection/view.ts'
import { accepted } from '#server/plan/accepted.ts'
import { AppError } from '#server/platform/errors.ts'
import { change } from '#server/verb/change.ts'

interface Asked {
  readonly id: string
  readonly version: number
  readonly act: InspectionAct
  readonly note: string
  readonly summary: string
  readonly suggestions: string
}

/** How the journal calls each act. */
const JOURNAL = {
  file: { verb: 'inspection.file' },
  revise: { verb: 'inspection.revise' },
  begin: { verb: 'inspection.begin' },
  end: { verb: 'inspection.end' },
  resume: { verb: 'inspection.resume' },
  report: { verb: 'inspection.report' },
  cancel: { verb: 'inspection.cancel' },
} as const satisfies Record<InspectionAct, { readonly verb: string }>

/** 备案, 开始, 结束现场, 出具报告, 取消. */
export async function actOn(context: Caller, asked: Asked): Promise<InspectionView> {
  return change(context, async ({ tx, actor, allow, scope, record }) => {
    const { id, version, act } = asked
    allow('inspection:act')
    const { jurisdictionId, name } = actor
    const seen = await scope()
    // two plans are not filed past each other's burden
    if (act === 'file') await tx.selectFrom('jurisdiction').select('id').where('id', '=', jurisdictionId).forNoKeyUpdate().execute()
    const stored = await loadInspection(tx, seen, id, 'update')
    const { row } = stored
    if (row.version !== version) throw new AppError('CONFLICT', { version: row.version })
    const state = accepted(actOnInspection(row.state, act, partyIn(stored, seen)))
    accepted(await decide(tx, context, seen, { stored, asked }))
    await tx
      .updateTable('inspection')
      .set({ version: version + 1, state, ...changesOf(asked, { now: context.now, name }) })
      .where('jurisdictionId', '=', jurisdictionId)
      .where('id', '=', id)
      .execute()
    const { note, summary, suggestions } = asked
    const plan = act === 'file' ? { plan: planOf(stored) } : {}
    await record({
      ...JOURNAL[act],
      subject: { kind: 'inspection', id },
      before: { state: row.state },
      after: { state, title: row.title, note, summary, suggestions, ...plan },
    })
    return viewOf(tx, seen, context.asOf, id)
  })
}

async function decide(
  tx: Tx,
  context: Caller,
  scope: Scope,
  { stored, asked }: { readonly stored: StoredInspection; readonly asked: Asked },
): Promise<Outcome<true, InspectionRefusal>> {
  const { asOf: today, actor } = context
  const { row } = stored
  switch (asked.act) {
    case 'file':
      return filePlan(planOf(stored), await filingFacts(tx, context, scope, stored))
    case 'begin':
      return beginInspection({ from: row.fromDay, today })
    case 'end':
      return endInspection(await openOf(tx, actor.jurisdictionId, stored))
    case 'report':
      return reportInspection({ summary: asked.summary, noted: await countFindings(tx, actor.jurisdictionId, row.id, ['noted']) })
    case 'cancel': {
      const raised = await countFindings(tx, actor.jurisdictionId, row.id, ['raised', 'contested', 'reported', 'verified', 'failed'])
      return cancelInspection({ reason: asked.note, raised })
    }
    case 'revise':
    case 'resume':
      return { ok: true, value: true }
  }
}

function changesOf({ act, note, summary, suggestions }: Asked, { now, name }: { readonly now: string; readonly name: string }) {
  switch (act) {
    case 'file':
      return { filedAt: now, filedByName: name }
    case 'revise':
      return { filedAt: null, filedByName: null }
    case 'end':
      return { endedAt: now }
    case 'resume':
      return { endedAt: null }
    case 'report':
      return { reportedAt: now, reportedByName: name, summary, suggestions }
    case 'cancel':
      return { cancelled: note }
    case 'begin':
      return {}
  }
}

/** What was not looked at yet, and where nobody was asked although the inspection asks people. */
async function openOf(tx: Tx, jurisdictionId: string, { row, visits, items }: StoredInspection) {
  const { answered } = await tx
    .selectFrom('inspectionAnswer')
    .innerJoin('inspectionVisit as visit', (join) =>
      join.on('visit.jurisdictionId', '=', jurisdictionId).onRef('visit.id', '=', 'inspectionAnswer.visitId'),
    )
    .select(({ fn }) => fn.countAll<string>().as('answered'))
    .where('inspectionAnswer.jurisdictionId', '=', jurisdictionId)
    .where('visit.jurisdictionId', '=', jurisdictionId)
    .where('visit.inspectionId', '=', row.id)
    .executeTakeFirstOrThrow()
  const talked = await tx
    .selectFrom('inspectionTalk')
    .select('visitId')
    .distinct()
    .where('jurisdictionId', '=', jurisdictionId)
    .where((eb) => eb('visitId', '=', eb.fn.any(eb.val(visits.map(({ id }) => id)))))
    .execute()
  return {
    unanswered: visits.length * items.length - Number(answered),
    silent: row.kind === 'interview' ? visits.length - talked.length : 0,
  }
}

async function countFindings(tx: Tx, jurisdictionId: string, id: string, states: readonly string[]): Promise<number> {
  const { found } = await tx
    .selectFrom('inspectionFinding')
    .select(({ fn }) => fn.countAll<string>().as('found'))
    .where('jurisdictionId', '=', jurisdictionId)
    .where('inspectionId', '=', id)
    .where('state', 'in', [...states])
    .executeTakeFirstOrThrow()
  return Number(found)
}
