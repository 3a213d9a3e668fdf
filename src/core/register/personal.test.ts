import { expect, test } from 'vitest'
import { keepsPersonal } from '#core/register/personal.ts'

const about = { sensitivity: 'personal' as const, readBy: ['politics', 'discipline'], filledBy: ['politics'], keptMonths: 24 }
const work = { ...about, sensitivity: 'internal' as const, keptMonths: null }

test.for([
  ['as it was', about, about, true],
  ['for fewer', about, { ...about, readBy: ['politics'] }, true],
  ['for a shorter time', about, { ...about, keptMonths: 12 }, true],
  ['for others', about, { ...about, readBy: ['politics', 'office'] }, false],
  ['filled by others', about, { ...about, filledBy: ['office'] }, false],
  ['for longer', about, { ...about, keptMonths: 36 }, false],
  ['without an end', about, { ...about, keptMonths: null }, false],
  ['as work', about, work, false],
  ['work as work', work, { ...work, readBy: ['everyone'] }, true],
  ['work as personal', work, about, false],
] as const)('assurance 73: kept %s: %s', ([, before, after, keeps]) => {
  expect(keepsPersonal(before, after)).toBe(keeps)
})
