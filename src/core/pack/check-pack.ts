import type { Pack, PackManifest } from '#core/pack/pack.ts'
import { MOST_FIELDS } from '#core/register/asked-fields.ts'
import { checkRegister, type RegisterFault } from '#core/register/check-register.ts'
import type { Register } from '#core/register/register.ts'

const EVERYONE = 'everyone'

/** What is wrong in a pack: in which register (null: in its manifest), at which field or name. */
export interface PackFault {
  readonly register: string | null
  readonly field: string
  readonly code:
    | RegisterFault['code']
    | 'register-twice'
    | 'group-twice'
    | 'post-twice'
    | 'everyone-missing'
    | 'no-such-register'
    | 'no-such-group'
    | 'no-such-post'
    | 'too-many-fields'
    | 'no-fields'
    | 'english-missing'
  readonly params: Readonly<Record<string, string>>
}

/** Holds a pack to itself: each register, and what registers and manifest say of one another. Empty where it is sound. */
export function checkPack({ manifest, registers }: Pack): readonly PackFault[] {
  const ids = registers.map(({ id }) => id)
  return [
    ...twice(manifest.groups.map(({ id }) => id)).map((id) => fault(null, id, 'group-twice')),
    ...twice(manifest.posts.map(({ id }) => id)).map((id) => fault(null, id, 'post-twice')),
    ...(manifest.posts.some(({ id }) => id === EVERYONE) ? [] : [fault(null, 'posts', 'everyone-missing')]),
    ...twice(ids).map((id) => fault(id, 'id', 'register-twice')),
    ...registers.flatMap((register) => [
      ...checkRegister(register).map((each): PackFault => ({ ...each, register: register.id })),
      ...checkFields(register, new Set(ids)),
      ...checkNames(register, manifest),
    ]),
  ]
}

function fault(register: string | null, field: string, code: PackFault['code'], params: PackFault['params'] = {}): PackFault {
  return { register, field, code, params }
}

function twice(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) < index)
}

function checkFields({ id, fields }: Register, known: ReadonlySet<string>): readonly PackFault[] {
  const tooMany = fields.length > MOST_FIELDS
  return [
    ...(fields.length === 0 ? [fault(id, 'fields', 'no-fields')] : []),
    ...(tooMany ? [fault(id, 'fields', 'too-many-fields', { count: String(fields.length), most: String(MOST_FIELDS) })] : []),
    ...fields.flatMap((field) => {
      const isNamed = field.labelEn !== '' && (field.type !== 'choice' || field.optionsEn.length > 0)
      const leads = field.type !== 'record' || known.has(field.register)
      return [
        ...(isNamed ? [] : [fault(id, field.id, 'english-missing')]),
        ...(leads ? [] : [fault(id, field.id, 'no-such-register', { register: field.register })]),
      ]
    }),
  ]
}

function checkNames({ id, titleEn, group, filledBy, readBy }: Register, { groups, posts }: PackManifest): readonly PackFault[] {
  const strangers = (names: readonly string[]) => names.filter((name) => posts.every((post) => post.id !== name))
  return [
    ...(titleEn === '' ? [fault(id, 'titleEn', 'english-missing')] : []),
    ...(groups.some((each) => each.id === group) ? [] : [fault(id, 'group', 'no-such-group', { group })]),
    ...strangers(filledBy).map((post) => fault(id, 'filledBy', 'no-such-post', { post })),
    ...strangers(readBy).map((post) => fault(id, 'readBy', 'no-such-post', { post })),
  ]
}
