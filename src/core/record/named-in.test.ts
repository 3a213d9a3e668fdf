import { expect, test } from 'vitest'
import { recordOf } from '#core/occurrence/world.fixture.ts'
import { namedIn } from '#core/record/named-in.ts'
import { Register } from '#core/register/register.ts'

const register = Register.parse({
  id: 'visit',
  title: '走访',
  fields: [
    { id: 'with', label: '同行', type: 'people', isMany: true },
    { id: 'themes', label: '主题', type: 'choice', options: ['甲'], isMany: true },
    { id: 'of', label: '调研', type: 'record', register: 'visit' },
  ],
  filledBy: ['everyone'],
  readBy: ['everyone'],
  sensitivity: 'open',
})

test('org, subjects, people of fields and linked records are named; words and choices are not', () => {
  const values = { with: [{ kind: 'post' as const, id: 'clerk' }], themes: ['甲'], of: 'r2' }
  const record = recordOf(1, '2026-03-01', { by: [{ kind: 'person', id: 'zhang' }], values })
  expect(namedIn(record, register)).toEqual(['org:office', 'person:zhang', 'post:clerk', 'record:r2'])
  expect(namedIn(record, undefined)).not.toContain('record:r2')
})
