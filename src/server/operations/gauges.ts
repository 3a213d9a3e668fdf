import { statfsSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type pg from 'pg'
import type { Gauge } from '#server/operations/metrics.ts'

/** Milliseconds between two looks at how late the program is. */
const RESOLUTION_MS = 20
const NANOSECONDS = 1e9

/** What the process and its database stand at when somebody looks. Where the database does not answer, `xiaohao_database_up` is 0 and its numbers are missing. */
export function openGauges(pool: pg.Pool, data: string): () => Promise<readonly Gauge[]> {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  return async () => {
    const { bavail, bsize } = statfsSync(data)
    const own: Gauge[] = [
      one('xiaohao_uptime_seconds', 'Since the process began.', process.uptime()),
      one('xiaohao_memory_bytes', 'Resident memory of the process.', process.memoryUsage.rss()),
      one(
        'xiaohao_event_loop_delay_seconds',
        'How late the program is at the most, of a hundred times one.',
        delay.percentile(99) / NANOSECONDS,
      ),
      one('xiaohao_disk_free_bytes', 'Free space for the data folder.', bavail * bsize),
      one('xiaohao_database_connections', 'Connections of this process.', pool.totalCount),
      one('xiaohao_database_waiting', 'Requests that wait for a connection.', pool.waitingCount),
    ]
    const asked = await askDatabase(pool).catch(() => null)
    return [...own, one('xiaohao_database_up', 'Whether the database answers.', asked === null ? 0 : 1), ...(asked ?? [])]
  }
}

function one(name: string, help: string, value: number): Gauge {
  return { name, help, values: [{ value }] }
}

async function askDatabase(pool: pg.Pool): Promise<readonly Gauge[]> {
  const { rows } = await pool.query<{ size: string; lag: number | null; backup: number | null }>(
    `SELECT pg_database_size(current_database())::text AS size,
            (SELECT max(extract(epoch FROM e.at - coalesce(h.at, e.at)))::float8 FROM jurisdiction j
             CROSS JOIN LATERAL (SELECT at FROM journal_entry WHERE jurisdiction_id = j.id ORDER BY at DESC LIMIT 1) e
             LEFT JOIN LATERAL (SELECT at FROM journal_head WHERE jurisdiction_id = j.id ORDER BY size DESC LIMIT 1) h ON true) AS lag,
            (SELECT extract(epoch FROM now() - max(ended_at))::float8 FROM backup_run) AS backup`,
  )
  const { rows: jobs } = await pool.query<{ name: string; state: string; n: number }>(
    'SELECT name, state::text, count(*)::int AS n FROM pgboss.job GROUP BY 1, 2 ORDER BY 1, 2',
  )
  const { size = '0', lag = null, backup = null } = rows[0] ?? {}
  return [
    one('xiaohao_database_size_bytes', 'Size of the database.', Number(size)),
    one('xiaohao_journal_unsealed_seconds', 'How much newer the newest entry of a journal is than its newest head.', Math.max(lag ?? 0, 0)),
    ...(backup === null ? [] : [one('xiaohao_backup_age_seconds', 'Since the last backup ended.', backup)]),
    {
      name: 'xiaohao_jobs',
      help: 'Jobs by kind and state.',
      values: jobs.map(({ name, state, n }) => ({ labels: { name, state }, value: n })),
    },
  ]
}
