import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type LedgerWorld, openLedgerWorld } from '#bench/ledger-world.ts'

/** A ledger that computes: commitments with their rules, and the records of a year up to today. Nothing is evaluated yet. */
export interface RecordWorld extends LedgerWorld {
  readonly jurisdictionId: string
  readonly commitments: number
  readonly records: number
  /** Departments, each with three commitments that count study sessions. */
  readonly orgs: readonly string[]
  /** Signs in who heads the first department; their password is that of whoever set the court up. */
  readonly unitLogin: string
}

const COURT = '00000000-0000-7000-9000-000000000000'
const NARROW = 'study-session'
const WIDE = 'warning-education'

/**
 * Each department promises three things of each register (12 times a quarter, 4 times of one form a year, 60 days a year), so that each record counts for three
 * commitments; of one register the whole court promises three times to count, over all of its records.
 */
export async function openRecordWorld(size: { readonly commitments: number; readonly records: number }): Promise<RecordWorld> {
  const registers = registerNames()
  const departments = Math.ceil(size.commitments / 3 / (registers.length - 1))
  const world = await openLedgerWorld(departments * registers.length * 3)
  try {
    const { pool } = world.database
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM jurisdiction')
    const jurisdictionId = rows[0]?.id ?? ''
    await pool.query('INSERT INTO organisation VALUES ($1, 1)', [jurisdictionId])
    await pool.query(
      `INSERT INTO org SELECT $1, ${idOf('9', 'n')}, CASE n WHEN 0 THEN 'institution' ELSE 'department' END, '{}', n FROM generate_series(0, $2::int) AS n`,
      [jurisdictionId, departments],
    )
    await pool.query(
      `INSERT INTO org_term SELECT $1, ${idOf('8', 'n')}, ${idOf('9', 'n')}, CASE n WHEN 0 THEN '某市中级人民法院' ELSE '第' || n || '庭' END,
        CASE WHEN n > 0 THEN '${COURT}'::uuid END, '2000-01-01', NULL FROM generate_series(0, $2::int) AS n`,
      [jurisdictionId, departments],
    )
    const { rowCount: commitments } = await pool.query(COUNTINGS, [jurisdictionId, departments, registers, registers.length - 1])
    const { rowCount: records } = await pool.query(RECORDS, [jurisdictionId, departments, registers, size.records])
    await pool.query(
      `INSERT INTO record_party SELECT jurisdiction_id, register, 'org:' || org_id, to_day, id FROM record_revision WHERE jurisdiction_id = $1`,
      [jurisdictionId],
    )
    for (const statement of UNIT) await pool.query(statement, [jurisdictionId])
    for (const table of ['org', 'org_term', 'counting', 'record_revision', 'record_party']) await pool.query(`VACUUM ANALYZE ${table}`)
    const orgs = Array.from({ length: departments }, (_, index) => `00000000-0000-7000-9000-${String(index + 1).padStart(12, '0')}`)
    return { ...world, jurisdictionId, commitments: commitments ?? 0, records: records ?? 0, orgs, unitLogin: UNIT_LOGIN }
  } catch (error) {
    await world.close()
    throw error
  }
}

/** All registers of the court; the two that are written to first and last. */
function registerNames(): readonly string[] {
  const folder = fileURLToPath(new URL('../packs/court/registers', import.meta.url))
  const names = readdirSync(folder).map((name) => name.replace(/\.json$/, ''))
  return [NARROW, ...names.filter((name) => name !== NARROW && name !== WIDE), WIDE]
}

function idOf(kind: string, number: string): string {
  return `('00000000-0000-7000-${kind}000-' || lpad((${number})::text, 12, '0'))::uuid`
}

const UNIT_LOGIN = 'diyiting'
const [POST, PERSON] = ['00000000-0000-7000-b000-000000000001', '00000000-0000-7000-b000-000000000002']

/** Somebody who heads the first department, with an account; and the names that the copied rows give, which a plan's confirmation keeps. */
const UNIT: readonly string[] = [
  `INSERT INTO account (id, jurisdiction_id, login, login_key, name, post, password_hash, password_changed_at, created_at)
    SELECT '${PERSON}', jurisdiction_id, '${UNIT_LOGIN}', '${UNIT_LOGIN}', '李四', 'unit', password_hash, password_changed_at, created_at
    FROM account WHERE jurisdiction_id = $1 AND post = 'office'`,
  `INSERT INTO person VALUES ($1, '${PERSON}', '李四', '${PERSON}')`,
  `INSERT INTO org_post (jurisdiction_id, id, org_id, title, rank, is_head, is_for_one, aliases, ordinal, from_day)
    VALUES ($1, '${POST}', '00000000-0000-7000-9000-000000000001', '庭长', '', true, true, '{}', 1, '2000-01-01')`,
  `INSERT INTO holding (jurisdiction_id, id, post_id, person_id, from_day) VALUES ($1, '${POST}', '${POST}', '${PERSON}', '2000-01-01')`,
  `INSERT INTO ledger_name SELECT DISTINCT $1::uuid, 'unit', unnest(lead_orgs) FROM ledger_entry WHERE jurisdiction_id = $1 ON CONFLICT DO NOTHING`,
]

const YEAR = `date_trunc('year', now())::date`

const COUNTINGS = `INSERT INTO counting
  SELECT $1, id, 1, '{}', jsonb_build_object('commitment', id, 'midPeriod', 'full', 'waived', '[]'::jsonb,
    'target', jsonb_build_object('measure', jsonb_build_object('kind', CASE WHEN kind = 2 AND register < $4 THEN 'days' ELSE 'count' END), 'comparator', '>=',
      'value', CASE kind WHEN 0 THEN '12' WHEN 1 THEN '4' ELSE '60' END, 'upper', NULL, 'unit', CASE kind WHEN 2 THEN '天' ELSE '次' END, 'isExact', false),
    'rhythm', jsonb_build_object('kind', 'every', 'count', 1, 'unit', CASE kind WHEN 0 THEN 'quarter' ELSE 'year' END, 'from', ${YEAR}, 'to', NULL,
      'starts', 'calendar', 'partial', 'full'),
    'scope', jsonb_build_object('kind', 'org', 'org', CASE WHEN register = $4 THEN '${COURT}'::uuid ELSE ${idOf('9', 'department + 1')} END, 'reach', 'own'),
    'counting', jsonb_build_object('sources', jsonb_build_array(jsonb_build_object('register', ($3::text[])[register + 1], 'where',
      CASE WHEN kind = 1 AND register < $4 THEN '{"kind": "one-of", "field": "form", "values": ["专题辅导"]}'::jsonb END)),
      'mode', 'any', 'needs', 'submitted', 'completion', NULL, 'since', 'period', 'within', NULL, 'notWith', '[]'::jsonb, 'before', NULL)),
    '{}', '00000000-0000-7000-8000-000000000000', '张三', now()
  FROM (SELECT id, n % 3 AS kind, (n / 3) % $2::int AS department, n / 3 / $2::int AS register
    FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1)::int AS n FROM commitment WHERE jurisdiction_id = $1) AS numbered) AS placed
  WHERE register < $4 OR (register = $4 AND department = 0)`

const RECORDS = `INSERT INTO record_revision
  SELECT $1, ${idOf('a', 'n')}, 1, true, ($3::text[])[(n / $2::int) % cardinality($3::text[]) + 1], ${idOf('9', 'n % $2::int + 1')}, day, day, false, false, '[]',
    jsonb_build_object('form', CASE n % 2 WHEN 0 THEN '专题辅导' ELSE '案例研讨' END, 'themes', '["审判执行难点"]'::jsonb, 'topic', '第' || n || '次学习'),
    'submitted', '', now(), '00000000-0000-7000-8000-000000000000', '张三'
  FROM (SELECT n, ${YEAR} + (n::bigint * 7919 % (current_date - ${YEAR} + 1))::int AS day FROM generate_series(0, $4::int - 1) AS n) AS numbered`
