import { expect, test } from 'vitest'
import { checkPack } from '#core/pack/check-pack.ts'
import { PackManifest } from '#core/pack/pack.ts'
import { Register } from '#core/register/register.ts'

const everyone = { id: 'everyone', title: '全体干警', titleEn: 'everyone' }
const study = { id: 'study', title: '学习', titleEn: 'Study' }
const manifest = { id: 'court', title: '法院', titleEn: 'Court', version: '1.0.0', groups: [study], posts: [everyone] }
const topic = { id: 'topic', label: '主题', labelEn: 'Topic', type: 'text' }
const mode = { id: 'mode', label: '方式', labelEn: 'Mode', type: 'choice', options: ['走访'], optionsEn: ['visit'] }
const register = {
  id: 'session',
  title: '学习',
  titleEn: 'Session',
  group: 'study',
  fields: [topic, mode],
  filledBy: ['everyone'],
  readBy: ['everyone'],
  sensitivity: 'open',
}

function faultsOf(changes: object, ofManifest: object = {}, others: readonly object[] = []): readonly string[] {
  const registers = [{ ...register, ...changes }, ...others].map((each) => Register.parse(each))
  const faults = checkPack({ manifest: PackManifest.parse({ ...manifest, ...ofManifest }), registers, checklists: [] })
  return faults.map((each) => `${each.register ?? 'pack'} ${each.field} ${each.code}`)
}

test('a sound pack has no faults', () => {
  expect(faultsOf({})).toEqual([])
})

test.for([
  [
    'a hint asks for a choice that is not offered',
    { hints: [{ words: ['调研'], where: { kind: 'one-of', field: 'mode', values: ['座谈'] } }] },
    'session mode no-such-option',
  ],
  [
    'a hint asks for a field that is not there',
    { hints: [{ words: ['调研'], where: { kind: 'filled', field: 'place' } }] },
    'session place no-such-field',
  ],
  [
    'a record of a register that is not there',
    { fields: [{ id: 'about', label: '所涉', labelEn: 'About', type: 'record', register: 'case' }] },
    'session about no-such-register',
  ],
  [
    'seven fields',
    { fields: [1, 2, 3, 4, 5, 6, 7].map((number) => ({ ...topic, id: `topic${number}` })) },
    'session fields too-many-fields',
  ],
  ['no fields', { fields: [] }, 'session fields no-fields'],
  ['a label in Chinese alone', { fields: [{ ...topic, labelEn: '' }] }, 'session topic english-missing'],
  ['options in Chinese alone', { fields: [{ ...mode, optionsEn: [] }] }, 'session mode english-missing'],
  ['a title in Chinese alone', { titleEn: '' }, 'session titleEn english-missing'],
  ['a group that is not there', { group: 'trials' }, 'session group no-such-group'],
  ['filled by nobody known', { filledBy: ['office'] }, 'session filledBy no-such-post'],
  ['read by nobody known', { readBy: ['office'] }, 'session readBy no-such-post'],
] as const)('%s', ([, changes, fault]) => {
  expect(faultsOf(changes)).toEqual([fault])
})

test.for([
  ['a group twice', { groups: [study, study] }, [], ['pack study group-twice']],
  ['a post twice', { posts: [everyone, everyone] }, [], ['pack everyone post-twice']],
  ['a register twice', {}, [register], ['session id register-twice']],
] as const)('%s', ([, ofManifest, others, faults]) => {
  expect(faultsOf({}, ofManifest, others)).toEqual(faults)
})

test('everyone is missing', () => {
  expect(faultsOf({ filledBy: ['office'], readBy: ['office'] }, { posts: [{ ...everyone, id: 'office' }] })).toEqual([
    'pack posts everyone-missing',
  ])
})
