import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'

/** Milliseconds of one tick of /proc: Linux counts a hundred a second. */
const TICK_MS = 10

/** Milliseconds of CPU that something has taken so far. */
export type Meter = () => number

interface Stat {
  readonly parent: number
  readonly own: number
  readonly ended: number
}

/** Of the process itself, and of its children that have ended; null where it is no more. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // the name may hold blanks: fields are counted from behind it
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const sum = (first: number): number => ((fields[first] ?? 0) + (fields[first + 1] ?? 0)) * TICK_MS
    return { parent: fields[1] ?? 0, own: sum(11), ended: sum(13) }
  } catch {
    return null
  }
}

/** CPU of one process. */
export function meterOf(pid: number): Meter {
  return () => statOf(pid)?.own ?? 0
}

/** CPU of a PostgreSQL server with all its processes, those that have ended too. */
export async function meterOfDatabase(pool: pg.Pool): Promise<Meter> {
  const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
  const postmaster = statOf(rows[0]?.pid ?? 0)?.parent
  if (postmaster === undefined) throw new Error('the database is not on this machine, or this is not Linux')
  return () => {
    const own = statOf(postmaster)
    const children = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : []))
    const running = children.filter(({ parent }) => parent === postmaster).reduce((sum, child) => sum + child.own, 0)
    return (own?.own ?? 0) + (own?.ended ?? 0) + running
  }
}

/** The most memory a process has held at once so far, in MB. */
export function peakMemoryOf(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes ?? 0) / 1024
}
