import type { Page } from 'playwright-core'
import * as z from 'zod'
import type { Sample } from './countings.ts'
import { askFrom, type Office } from './office.ts'

const Ledger = z.object({
  places: z.array(z.looseObject({ planId: z.string() })),
  rows: z.array(
    z.looseObject({
      id: z.string(),
      ref: z.string(),
      nature: z.string().nullable(),
      place: z.number(),
      reading: z.looseObject({ kind: z.string() }),
    }),
  ),
})
const Questions = z.array(z.looseObject({ id: z.string(), code: z.string() }))
const Stage = z.looseObject({ id: z.string().nullable(), stage: z.string(), version: z.number(), pinned: z.string(), state: z.string() })
const Stages = z.object({ stages: z.array(Stage).min(1) })
const Taken = z.object({ evidence: z.object({ id: z.string() }) })

/** All rows of the ledger as they stand. */
async function ledgerRows(ask: Office['ask']) {
  const view = { plan: null, filters: [], sort: [], groupBy: null, asOf: null, knownAt: null }
  return Ledger.parse(await ask('POST', '/ledger/window', { view, offset: 0, limit: 500 }))
}

/** Something that is to be done at once, done and proved: nothing is missing for closing it. No unit is named for it and nobody was given it. */
export async function fulfilOne({ ask, page }: Office, sample: Sample): Promise<{ readonly id: string; readonly ref: string }> {
  const { places, rows } = await ledgerRows(ask)
  const row = rows.find(({ nature, reading }) => nature === 'immediate' && reading.kind === 'achieved')
  if (row === undefined) throw new Error('nothing is to be done at once')
  const plan = places[row.place]?.planId ?? ''
  const limit = Questions.parse((await ask('GET', `/plans/${plan}`))['questions']).find(({ code }) => code === 'immediate-limit')
  await ask('POST', `/plans/${plan}/questions/${limit?.id ?? ''}/answer`, { answer: { kind: 'days', days: 90 } })
  const sources = [{ register: 'work-done', where: null }]
  const counting = { sources, mode: 'any', needs: 'submitted', completion: null, since: 'period', within: null, notWith: [], before: null }
  const rest = { scope: null, measure: null, event: null, midPeriod: null, isExact: false, waived: [] }
  const definition = { org: sample.orgs.get('澜川市中级人民法院'), counting, ...rest }
  await ask('PUT', `/commitments/${row.id}/counting`, { version: 0, definition })
  await ask('POST', '/registers/work-done/records', {
    org: sample.orgs.get('办公室'),
    occurredOn: { from: '2026-01-12', to: '2026-01-12' },
    subjects: [],
    values: { what: '立行立改事项已经办结', product: '制度', commitments: [row.id] },
    state: 'submitted',
    evidence: [await sendFile(page, '办结情况.pdf')],
  })
  return { id: row.id, ref: row.ref }
}

/** Sends a file as whoever is signed in on a page; gives its id. */
async function sendFile(page: Page, name: string): Promise<string> {
  const taken = await page.evaluate(async (called) => {
    const form = new FormData()
    form.append('file', new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'], called, { type: 'application/pdf' }))
    return (await fetch('/api/evidence', { method: 'POST', body: form })).json()
  }, name)
  return Taken.parse(taken).evidence.id
}

/** 销号 of something that is fulfilled: asked for by the office, agreed to by these one after the other. */
export async function closeIt({ ask }: Office, commitment: string, by: readonly Page[]): Promise<void> {
  const stage = async (page: Page | null) => {
    const path = `/commitments/${commitment}/closures`
    return Stages.parse(await (page === null ? ask('GET', path) : askFrom(page, 'GET', path))).stages[0]
  }
  const first = await stage(null)
  await ask('POST', `/commitments/${commitment}/closures`, { stage: first?.stage, version: first?.version, note: '' })
  for (const page of by) {
    const seen = await stage(page)
    const item = { id: seen?.id, version: seen?.version, pinned: seen?.pinned }
    await askFrom(page, 'POST', '/closures/agree', { items: [item], note: '' })
  }
}
