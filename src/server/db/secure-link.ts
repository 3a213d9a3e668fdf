import { isLoopback } from '#server/http/listen.ts'
import { Trouble } from '#server/platform/trouble.ts'

/**
 * Refuses to ask a database on another machine over a link that others could read or stand in for: the address must say `sslmode=verify-full`. A socket and this
 * machine need no TLS.
 */
export function demandSecureLink(url: string): void {
  const { hostname, searchParams } = new URL(url)
  const hosts = [...searchParams.getAll('host'), ...(searchParams.has('host') ? [] : [hostname])]
  if (hosts.every((host) => host === '' || host.startsWith('/') || isLoopback(host.replaceAll(/[[\]]/g, '')))) return
  if (searchParams.get('sslmode') === 'verify-full') return
  throw new Trouble({
    what: {
      zh: '数据库在另一台机器上，但连接没有经过验证的 TLS。',
      en: 'the database is on another machine, and the link to it is not verified TLS.',
    },
    where: `DATABASE_URL (${hosts.join(', ')})`,
    cure: {
      zh: '请在 DATABASE_URL 末尾加上 ?sslmode=verify-full&sslrootcert=/路径/ca.pem；数据库没有 TLS 时，请经由本机的加密隧道连接。',
      en: 'add ?sslmode=verify-full&sslrootcert=/PATH/ca.pem to DATABASE_URL; where the database has no TLS, reach it by an encrypted tunnel on this machine.',
    },
  })
}
