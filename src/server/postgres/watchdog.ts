import { spawn } from 'node:child_process'

/** A helper process beside the server. */
export interface Watchdog {
  /** Lets the helper end without touching the server (which must be gone by then). */
  release: () => void
}

// the pipe ends when this program dies in any way, kill -9 included; then exactly that server is asked to stop fast
const SCRIPT = 'cat >/dev/null; [ "$(head -n1 "$1/postmaster.pid" 2>/dev/null)" = "$2" ] && kill -INT "$2"'

/** Stops the server of process `pid` as soon as this program is gone, however it went. */
export function watchOver(cluster: string, pid: number): Watchdog {
  const helper = spawn('/bin/sh', ['-c', SCRIPT, 'xiaohao-watchdog', cluster, String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    cwd: '/',
    detached: true,
  })
  helper.unref()
  if ('unref' in helper.stdin && typeof helper.stdin.unref === 'function') helper.stdin.unref()
  return { release: () => helper.stdin.destroy() }
}
