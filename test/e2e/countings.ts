import { expect, vi } from 'vitest'
import * as z from 'zod'
import type { Office } from './office.ts'

const Named = z.array(z.looseObject({ id: z.string(), ref: z.string().optional(), name: z.string().optional() }))
const Organisation = z.object({ terms: z.array(z.looseObject({ org: z.string(), name: z.string() })), groups: Named, people: Named })

/** Ids by the names and refs that stand in the sample plan and its court. */
export interface Sample {
  readonly commitments: ReadonlyMap<string, string>
  readonly orgs: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
}

/**
 * The sample court and plan, confirmed, with two commitments that compute for each member of 班子成员: 1-2-1 days of research, 2-2-1 records of the sources
 * that are given.
 */
export async function defineSample(
  ask: Office['ask'],
  receptions: readonly object[] = [{ register: 'reception', where: null }],
): Promise<Sample> {
  await ask('POST', '/organisation/sample', {})
  const organisation = Organisation.parse((await ask('GET', '/organisation'))['organisation'])
  await ask('POST', '/plans/sample', {})
  const firstPlan = async (): Promise<string> => Named.parse((await ask('GET', '/plans'))['items'])[0]?.id ?? ''
  const planId = await vi.waitUntil(firstPlan, { timeout: 30_000, interval: 300 })
  const plan = await ask('GET', `/plans/${planId}`)
  const questions = z.array(z.looseObject({ id: z.string(), code: z.string() })).parse(plan['questions'])
  const answers: Record<string, object> = {
    'in-force': { kind: 'interval', from: '2026-01-01', to: '2027-12-31' },
    'first-period': { kind: 'choice', value: 'full' },
    'each-or-whole': { kind: 'choice', value: 'per-member' },
  }
  for (const { id, code } of questions) {
    const answer = answers[code]
    if (answer !== undefined) await ask('POST', `/plans/${planId}/questions/${id}/answer`, { answer })
  }
  await ask('POST', `/plans/${planId}/confirm`, { clause: null })
  const found = Named.parse((await ask('GET', `/plans/${planId}`))['commitments'])
  const sample = {
    commitments: new Map(found.map(({ ref = '', id }) => [ref, id])),
    orgs: new Map(organisation.terms.map(({ name, org }) => [name, org])),
    people: new Map(organisation.people.map(({ name = '', id }) => [name, id])),
  }
  const group = organisation.groups.find(({ name }) => name === '班子成员')?.id
  const define = async (ref: string, measure: string, sources: readonly object[]): Promise<void> => {
    const definition = {
      org: sample.orgs.get('澜川市中级人民法院'),
      scope: { kind: 'each', population: { kind: 'group', group }, reach: 'own' },
      measure: { kind: measure },
      counting: { sources, mode: 'any', needs: 'submitted', completion: null, since: 'period', within: null, notWith: [], before: null },
      event: null,
      midPeriod: 'full',
      isExact: false,
      waived: [],
    }
    const view = await ask('PUT', `/commitments/${sample.commitments.get(ref) ?? ''}/counting`, { version: 0, definition })
    expect({ ref, open: view['open'] }).toEqual({ ref, open: [] })
  }
  await define('1-2-1', 'days', [{ register: 'field-research', where: null }])
  await define('2-2-1', 'count', receptions)
  return sample
}
