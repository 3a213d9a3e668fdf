import pg from 'pg'

/** The role the program works as: owns its database, is no superuser, so that what is revoked from it stays revoked. */
export const ROLE = 'xiaohao'

/** Makes the role and the database where they are missing, as superuser. Throws where the cluster has another locale than ours. */
export async function makeDatabase(connection: pg.ClientConfig, database: string): Promise<void> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ locale: string; role: boolean; database: boolean }>(
      `SELECT (SELECT datcollate || ' ' || datctype FROM pg_database WHERE datname = 'template1') AS locale,
              EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS role,
              EXISTS (SELECT FROM pg_database WHERE datname = $2) AS database`,
      [ROLE, database],
    )
    const found = rows[0]
    // with ctype C, trigrams of Chinese text are empty and every search finds nothing
    if (found?.locale !== 'C C.UTF-8') throw new Error(`the cluster has locale ${found?.locale}, C C.UTF-8 is needed`)
    if (!found.role) await client.query(`CREATE ROLE ${ROLE} LOGIN`)
    if (!found.database) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} OWNER ${ROLE}`)
  } finally {
    await client.end()
  }
}
