import * as z from 'zod'
import { ledgerColumns } from '#core/ledger/ledger.ts'
import { type LedgerWorld, openLedgerWorld } from '#bench/ledger-world.ts'
import type { Figure } from '#bench/workload.ts'

const ROWS = 100_000
const DEEP = 90_000
const WINDOW = 200
const TIMES = 30
const BOUND_MS = 200

const all = { plan: null, filters: [], sort: [], groupBy: null }
const unit = { kind: 'oneOf', column: 'leadOrgs', values: ['第7庭'] }

/** What a person waits for on the ledger page: the body of a request to `/api/ledger/…`. */
const requests: Readonly<Record<string, { readonly path: string; readonly body: object; readonly bound: number }>> = {
  first: { path: 'window', body: { view: all, offset: 0, limit: WINDOW }, bound: BOUND_MS },
  deep: { path: 'window', body: { view: all, offset: DEEP, limit: WINDOW }, bound: BOUND_MS },
  unit: { path: 'window', body: { view: { ...all, filters: [unit] }, offset: 0, limit: WINDOW }, bound: BOUND_MS },
  words: {
    path: 'window',
    body: { view: { ...all, filters: [{ kind: 'contains', column: 'sentence', text: '信访' }] }, offset: 0, limit: WINDOW },
    bound: BOUND_MS,
  },
  sorted: {
    path: 'window',
    body: { view: { ...all, sort: [{ column: 'dueOn', descending: true }] }, offset: 0, limit: WINDOW },
    bound: BOUND_MS,
  },
  sortedDeep: {
    path: 'window',
    body: { view: { ...all, sort: [{ column: 'indicator', descending: false }] }, offset: DEEP, limit: WINDOW },
    // no index has this order: the whole ledger is sorted
    bound: 2 * BOUND_MS,
  },
  byUnit: { path: 'window', body: { view: { ...all, groupBy: 'leadOrgs' }, offset: DEEP, limit: WINDOW }, bound: BOUND_MS },
  byAspect: { path: 'window', body: { view: { ...all, groupBy: 'aspect' }, offset: DEEP, limit: WINDOW }, bound: BOUND_MS },
  fiveThousand: { path: 'window', body: { view: all, offset: 0, limit: 5000 }, bound: 1000 },
  valuesUnit: { path: 'values', body: { view: all, column: 'leadOrgs', search: '' }, bound: BOUND_MS },
  valuesAspect: { path: 'values', body: { view: all, column: 'aspect', search: '' }, bound: BOUND_MS },
  valuesFinding: { path: 'values', body: { view: all, column: 'finding', search: '' }, bound: BOUND_MS },
}

/** The ledger page on 100,000 rows: how long 95 of 100 requests take at most, from the request to its whole answer. */
export async function ledgerWorkload(): Promise<Figure[]> {
  const world = await openLedgerWorld(ROWS)
  try {
    const figures: Figure[] = []
    for (const [name, { path, body, bound }] of Object.entries(requests))
      figures.push({ name: `ledger.${name}.p95`, value: await p95(world, path, body), unit: 'ms', bound })
    figures.push({ name: 'ledger.export5000', value: await exportOf(world), unit: 'ms', bound: 5000 })
    return figures
  } finally {
    await world.close()
  }
}

/** About 5,000 rows with all columns as .xlsx. */
async function exportOf({ app, cookie }: LedgerWorld): Promise<number> {
  const view = { ...all, filters: [{ ...unit, values: ['第7庭', '第8庭', '第9庭'] }] }
  const start = performance.now()
  const payload = { view, columns: ledgerColumns }
  const { statusCode, rawPayload } = await app.inject({ method: 'POST', url: '/api/ledger/export', payload, headers: { cookie } })
  if (statusCode !== 200 || rawPayload.length < 100_000) throw new Error(`the export answered ${statusCode}`)
  return performance.now() - start
}

async function p95({ app, cookie }: LedgerWorld, path: string, payload: object): Promise<number> {
  const taken: number[] = []
  for (let turn = 0; turn < TIMES; turn++) {
    const start = performance.now()
    const { statusCode, body } = await app.inject({ method: 'POST', url: `/api/ledger/${path}`, payload, headers: { cookie } })
    const milliseconds = performance.now() - start
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${body.slice(0, 200)}`)
    if (turn === 0) demandRows(body)
    // the first three warm up code, plans and caches
    if (turn >= 3) taken.push(milliseconds)
  }
  return taken.toSorted((a, b) => a - b)[Math.ceil(taken.length * 0.95) - 1] ?? 0
}

/** A figure of an empty answer says nothing. */
function demandRows(body: string): void {
  const { rows, values } = z
    .object({ rows: z.array(z.unknown()).optional(), values: z.array(z.unknown()).optional() })
    .parse(JSON.parse(body))
  if ((rows ?? values ?? []).length === 0) throw new Error('the ledger answered without rows')
}
