import { randomUUID } from 'node:crypto'
import pg from 'pg'

type Row = Record<string, unknown>

/** Everything that writing one record left in the database, table by table, in the order it must be written in. */
export interface Left {
  readonly table: string
  readonly rows: readonly Row[]
  /** Key columns of rows that stand for the ones before them; none: rows are only added. */
  readonly key: readonly string[]
}

/** Reads the rows that a record is in, or that were written again for it. */
export async function rowsOf(pool: pg.Pool, jurisdictionId: string, record: string): Promise<readonly Left[]> {
  const read = async (sql: string): Promise<Row[]> => asGiven(await pool.query<Row>(sql, [jurisdictionId, record]))
  const credited = 'SELECT commitment_id, subject, period FROM credit WHERE jurisdiction_id = $1 AND record_id = $2'
  return [
    { table: 'record_revision', key: [], rows: await read(`${of('record_revision', 'id')} AND is_standing`) },
    { table: 'record_party', key: [], rows: await read(of('record_party', 'record_id')) },
    {
      table: 'occurrence',
      key: ['jurisdiction_id', 'commitment_id', 'subject', 'period'],
      rows: await read(`SELECT * FROM occurrence WHERE jurisdiction_id = $1 AND (commitment_id, subject, period) IN (${credited})`),
    },
    { table: 'credit', key: [], rows: await read(of('credit', 'record_id')) },
    {
      table: 'ledger_standing',
      key: ['jurisdiction_id', 'edition', 'commitment_id'],
      rows: await read(
        `SELECT * FROM ledger_standing WHERE jurisdiction_id = $1 AND edition = '00000000-0000-0000-0000-000000000000'
          AND commitment_id IN (SELECT commitment_id FROM (${credited}) AS c)`,
      ),
    },
    {
      table: 'journal_entry',
      key: [],
      rows: await read(`SELECT * FROM journal_entry WHERE jurisdiction_id = $1 AND subject_id = $2::text LIMIT 1`),
    },
  ]
}

const JSONB: number = pg.types.builtins.JSONB

/** JSON goes in as text: the driver would write an array as an array of the database. */
function asGiven({ rows, fields }: pg.QueryResult<Row>): Row[] {
  const isJson = new Set(fields.filter(({ dataTypeID }) => dataTypeID === JSONB).map(({ name }) => name))
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, isJson.has(name) && value !== null ? JSON.stringify(value) : value]),
    ),
  )
}

function of(table: string, column: string): string {
  return `SELECT * FROM ${table} WHERE jurisdiction_id = $1 AND ${column} = $2`
}

/** Writes the same rows as those of another record, in one transaction: one statement a table. `revises`: the record, whose standing revision gives way to these. */
export async function writeByHand(client: pg.Client, left: readonly Left[], revises: string | null): Promise<string> {
  const record = revises ?? randomUUID()
  await client.query('BEGIN')
  if (revises !== null) {
    const jurisdictionId = left[0]?.rows[0]?.['jurisdiction_id']
    await client.query('UPDATE record_revision SET is_standing = false WHERE jurisdiction_id = $1 AND id = $2 AND is_standing', [
      jurisdictionId,
      record,
    ])
  }
  for (const { table, rows, key } of left) {
    // whose a record is stays the same
    if (revises !== null && table === 'record_party') continue
    const conflict = revises !== null && table === 'credit' ? CREDIT_KEY : key
    await insert(
      client,
      table,
      rows.map((row) => asOther(table, row, record, revises !== null)),
      conflict,
    )
  }
  await client.query('COMMIT')
  return record
}

const KEPT: ReadonlySet<string> = new Set(['occurrence', 'ledger_standing'])

const CREDIT_KEY = ['jurisdiction_id', 'commitment_id', 'subject', 'period', 'record_id', 'part', 'ordinal']

function asOther(table: string, row: Row, record: string, isRevision: boolean): Row {
  switch (table) {
    case 'record_revision':
      return { ...row, id: record, revision: Number(row['revision']) + (isRevision ? 1 : 0) }
    case 'record_party':
    case 'credit':
      return { ...row, record_id: record }
    case 'journal_entry':
      return { ...row, id: randomUUID(), subject_id: record }
    default:
      return row
  }
}

async function insert(client: pg.Client, table: string, rows: readonly Row[], key: readonly string[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const values = rows.flatMap((row) => columns.map((column) => row[column]))
  const places = rows.map((_, index) => `(${columns.map((__, at) => `$${index * columns.length + at + 1}`).join(', ')})`)
  const others = columns.filter((column) => !key.includes(column))
  // what stands for many records is written again as it stands: the program goes on from it
  const kept = KEPT.has(table) ? table : 'excluded'
  const conflict =
    key.length === 0
      ? ''
      : `ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((column) => `${column} = ${kept}.${column}`).join(', ')}`
  await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${places.join(', ')} ${conflict}`, values)
}
