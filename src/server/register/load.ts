import { Instant } from '#core/day/day.ts'
import type { Pack } from '#core/pack/pack.ts'
import type { RegisterId } from '#core/register/field.ts'
import { Register } from '#core/register/register.ts'
import type { Tx } from '#server/db/connect.ts'
import { lookedAt } from '#server/moment/look-back.ts'
import { settledIn } from '#server/verb/settled.ts'

/** What a jurisdiction made of a register: `packDefinition` as the pack's stood at the last change; null: its own. */
interface OwnRegister {
  readonly version: number
  readonly definition: Register
  readonly packDefinition: Register | null
  readonly changedAt: Instant
  readonly changedBy: string
}

/** The registers of a jurisdiction, by group, then title. `version`: counts the changes; 0 while there was none. `own`: what it added or changed. */
export interface RegisterSet {
  readonly version: number
  readonly pack: Pack
  readonly registers: ReadonlyMap<RegisterId, Register>
  readonly own: ReadonlyMap<RegisterId, OwnRegister>
}

/** What was last loaded for each jurisdiction, kept as long as the packs it was made of. */
const known = new WeakMap<readonly Pack[], Map<string, RegisterSet>>()

/** The registers of a jurisdiction: the only source of definitions for whoever reads or writes records. */
export async function loadRegisters(tx: Tx, jurisdictionId: string, packs: readonly Pack[]): Promise<ReadonlyMap<RegisterId, Register>> {
  return (await loadRegisterSet(tx, jurisdictionId, packs)).registers
}

/** The registers that commitments may count: none that is about single persons. */
export async function loadCountable(tx: Tx, jurisdictionId: string, packs: readonly Pack[]): Promise<ReadonlyMap<RegisterId, Register>> {
  return new Map([...(await loadRegisters(tx, jurisdictionId, packs))].filter(([, { sensitivity }]) => sensitivity !== 'personal'))
}

/** The registers of a jurisdiction with the pack it uses and what it changed. Cheap while the version stands; of a past day with what held then. */
export async function loadRegisterSet(tx: Tx, jurisdictionId: string, packs: readonly Pack[]): Promise<RegisterSet> {
  // what held on a past day is not kept at hand
  if (lookedAt(tx) !== null) return readSet(tx, jurisdictionId, packs)
  const version = await versionOf(tx, jurisdictionId)
  const sets = known.get(packs) ?? new Map<string, RegisterSet>()
  known.set(packs, sets)
  const last = sets.get(jurisdictionId)
  if (last !== undefined && last.version === version) return last
  const set = await readSet(tx, jurisdictionId, packs)
  sets.set(jurisdictionId, set)
  return set
}

async function versionOf(tx: Tx, jurisdictionId: string): Promise<number> {
  const settled = settledIn(tx)
  if (settled !== undefined) return settled.registers
  const row = await tx.selectFrom('registerSet').select('version').where('jurisdictionId', '=', jurisdictionId).executeTakeFirst()
  return row?.version ?? 0
}

// the version and its definitions in one statement: what is kept belongs together
async function readSet(tx: Tx, jurisdictionId: string, packs: readonly Pack[]): Promise<RegisterSet> {
  const rows = await tx
    .selectFrom('registerSet')
    .leftJoin('register', 'register.jurisdictionId', 'registerSet.jurisdictionId')
    .select(['registerSet.pack', 'registerSet.version as setVersion'])
    .select(['register.version', 'register.definition', 'register.packDefinition', 'register.changedAt', 'register.changedByName'])
    .where('registerSet.jurisdictionId', '=', jurisdictionId)
    .execute()
  const own = rows.flatMap(({ version, definition, packDefinition, changedAt, changedByName }) => {
    if (version === null || changedAt === null || changedByName === null) return []
    return [
      {
        version,
        definition: Register.parse(definition),
        packDefinition: packDefinition === null ? null : Register.parse(packDefinition),
        changedAt: Instant.parse(changedAt),
        changedBy: changedByName,
      },
    ]
  })
  return setOf(packOf(packs, rows[0]?.pack ?? null), rows[0]?.setVersion ?? 0, own)
}

/** The pack of that name; where none was chosen, the one that is suggested. */
function packOf(packs: readonly Pack[], chosen: string | null): Pack {
  const pack =
    chosen === null ? (packs.find(({ manifest }) => manifest.isDefault) ?? packs[0]) : packs.find(({ manifest }) => manifest.id === chosen)
  if (pack === undefined) throw new Error(`the pack ${chosen ?? ''} is missing`)
  return pack
}

function setOf(pack: Pack, version: number, own: readonly OwnRegister[]): RegisterSet {
  const byId = new Map(own.map((each) => [each.definition.id, each]))
  const added = own.map(({ definition }) => definition).filter(({ id }) => pack.registers.every((register) => register.id !== id))
  const standing = [...pack.registers.map((register) => byId.get(register.id)?.definition ?? register), ...added]
  const places = pack.manifest.groups.map(({ id }) => id)
  const ordered = standing.toSorted((a, b) => places.indexOf(a.group) - places.indexOf(b.group) || (a.title < b.title ? -1 : 1))
  return { version, pack, registers: new Map(ordered.map((register) => [register.id, register])), own: byId }
}
