import { expect, test } from 'vitest'
import { loadPacks } from '#server/pack/load-packs.ts'

const packs = await loadPacks()
const every = packs.flatMap(({ manifest, registers }) => registers.map((register) => ({ pack: manifest.id, ...register })))
const served = new Set(every.flatMap(({ serves }) => serves))

/** Kinds of record that the court's registers must be there for. */
const REQUIRED = 'S10 S15 S16 S17 S19 S27 S29 S30 S34 S35 S36 S52 S54 S56 S58 S63 S64 S67 S69 S70 S71 S78 S83 S91 S92 S95'.split(' ')
/** Kinds of record that counted commitments need. */
const COUNTED =
  'S8 S9 S11 S12 S14 S18 S21 S25 S26 S28 S31 S32 S40 S41 S42 S43 S44 S51 S57 S60 S61 S65 S66 S68 S72 S73 S75 S76 S100 S117'.split(' ')
/** What concerns single persons, held by as little as can be. */
const PERSONAL = 'S13 S37 S38 S39 S53 S59 S87 S88 S89 S90 S102'.split(' ')

test('there is a pack for a court and one for an enterprise', () => {
  expect(packs.map(({ manifest }) => manifest.id)).toEqual(['court', 'enterprise'])
})

test.for([...REQUIRED, ...COUNTED])('%s is served', (row) => {
  expect(served.has(row)).toBe(true)
})

test.for(PERSONAL)('%s is served', (row) => {
  expect(served.has(row)).toBe(true)
})

test.for(every)('$pack/$id asks for little: at most five required fields', ({ fields }) => {
  expect(fields.filter(({ isRequired }) => isRequired).length).toBeLessThanOrEqual(5)
})

const personal = every.filter(({ sensitivity }) => sensitivity === 'personal')
test.for(personal)('assurance 73: $id is about one person, for named posts, to an end, and counts for nothing', (register) => {
  const { fields, filledBy, readBy, keptMonths, hints, filing } = register
  expect([...filledBy, ...readBy].filter((post) => ['everyone', 'office', 'units', 'unitHeads', 'members'].includes(post))).toEqual([])
  expect(keptMonths).toBeGreaterThan(0)
  expect([hints, filing]).toEqual([[], null])
  // no figure that could be summed or ranked, nobody else named, no long text
  expect(fields.filter(({ type }) => ['number', 'decimal', 'people', 'record', 'commitments'].includes(type))).toEqual([])
  expect(fields.every((field) => field.type !== 'text' || field.max <= 200)).toBe(true)
})

test('assurance 73: what is about single persons is this and no more', () => {
  expect(personal.flatMap(({ serves }) => serves).toSorted()).toEqual('S13 S37 S39 S87 S88 S89 S90'.split(' '))
})

const counted = every.filter(({ sensitivity }) => sensitivity !== 'personal')
test.for(counted)('$pack/$id says what it counts for, or is told', ({ hints, fields }) => {
  expect(hints.length > 0 || fields.some(({ type }) => type === 'commitments')).toBe(true)
})

test.for(packs.map(({ manifest }) => manifest.id))('%s has a register for whatever was done', (pack) => {
  expect(every.some((each) => each.pack === pack && each.fields.some(({ type }) => type === 'commitments'))).toBe(true)
})

const FORBIDDEN = /身份证|手机号|联系电话|家庭住址|定位|举报人|诉求内容$|谈话内容$|处分|得分|排名/
test.for(every)('$pack/$id has no field for what is not kept', ({ fields }) => {
  expect(fields.map(({ label }) => label).filter((label) => FORBIDDEN.test(label))).toEqual([])
})
