import { afterAll, expect, test } from 'vitest'
import { lintPlacement } from '#server/db/lint-placement.ts'
import { type Placement, placement } from '#server/db/placement.ts'
import { freshDatabase } from '#test/database/fresh-database.ts'

const { pool, close } = await freshDatabase()
afterAll(close)

test('our own schema may be distributed', async () => {
  expect(await lintPlacement(pool, placement)).toEqual([])
})

const J = 'jurisdiction_id uuid NOT NULL'
const key = `${J}, id uuid NOT NULL, PRIMARY KEY (jurisdiction_id, id)`
/** Each row: the rule, the seeded fault, and the placements it adds. `good` is a faultless owned table that others point to. */
const seeded: [string, string, Record<string, Placement>][] = [
  ['R01', 'CREATE TABLE t (id uuid PRIMARY KEY)', {}],
  ['R02', 'CREATE TABLE t (id uuid PRIMARY KEY)', { t: 'owned' }],
  ['R03', 'CREATE TABLE t (jurisdiction_id uuid, id uuid)', { t: 'owned' }],
  ['R04', 'CREATE TABLE t (jurisdiction_id text NOT NULL, id uuid NOT NULL, PRIMARY KEY (jurisdiction_id, id))', { t: 'owned' }],
  ['R05', `CREATE TABLE t (${J}, id uuid)`, { t: 'owned' }],
  ['R06', `CREATE TABLE t (${J}, id uuid NOT NULL, PRIMARY KEY (id, jurisdiction_id))`, { t: 'owned' }],
  ['R07', `CREATE TABLE t (${key}, ref text); CREATE UNIQUE INDEX t_ref ON t (ref) INCLUDE (jurisdiction_id)`, { t: 'owned' }],
  ['R07', `CREATE TABLE t (${key}, ref text UNIQUE)`, { t: 'owned' }],
  ['R08', `CREATE TABLE t (${key}, EXCLUDE USING btree (id WITH =))`, { t: 'owned' }],
  [
    'R09',
    `CREATE TABLE t (${key}, good_id uuid); ALTER TABLE good ADD UNIQUE (id); ALTER TABLE t ADD FOREIGN KEY (good_id) REFERENCES good (id)`,
    { t: 'owned' },
  ],
  ['R10', `CREATE TABLE u (id uuid PRIMARY KEY); CREATE TABLE t (${key}, u uuid REFERENCES u)`, { t: 'owned', u: 'local' }],
  ['R11', `CREATE TABLE t (id uuid PRIMARY KEY, ${J}, FOREIGN KEY (jurisdiction_id, id) REFERENCES good)`, { t: 'local' }],
  ['R12', 'CREATE TABLE u (id uuid PRIMARY KEY); CREATE TABLE t (id uuid PRIMARY KEY REFERENCES u)', { t: 'reference', u: 'local' }],
  ['R13', `CREATE TABLE t (${key}, FOREIGN KEY (jurisdiction_id, id) REFERENCES good ON DELETE SET NULL)`, { t: 'owned' }],
  [
    'R14',
    `CREATE TABLE t (${key}); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; ` +
      'CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()',
    { t: 'owned' },
  ],
  ['R15', `CREATE TABLE t (${key}); CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING`, { t: 'owned' }],
  ['R16', `CREATE TABLE t (${key}, n integer GENERATED ALWAYS AS IDENTITY)`, { t: 'owned' }],
  ['R16', `CREATE TABLE t (${key}, n serial)`, { t: 'owned' }],
  ['R17', `CREATE TABLE t (PRIMARY KEY (jurisdiction_id, id)) INHERITS (good)`, { t: 'owned' }],
  ['R18', `CREATE TABLE t (${J} DEFAULT gen_random_uuid(), id uuid NOT NULL, PRIMARY KEY (jurisdiction_id, id))`, { t: 'owned' }],
  ['R19', `CREATE TABLE t (${key}, at timestamptz); CREATE INDEX t_at ON t (at)`, { t: 'owned' }],
  ['R20', `CREATE TABLE ${'t'.repeat(55)} (${key})`, { ['t'.repeat(55)]: 'owned' }],
  [
    'R21',
    `CREATE TABLE t (${key}); ALTER TABLE t ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON t USING (id = current_setting('app.id')::uuid)`,
    { t: 'owned' },
  ],
]

test.for(seeded)('%s is found: %s', async ([rule, fault, added]) => {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; CREATE TABLE good (${key}); ${fault}`)
    const faults = await lintPlacement(client, { ...placement, good: 'owned', ...added })
    expect(faults.map((each) => each.rule.slice(0, 3))).toContain(rule)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
})
