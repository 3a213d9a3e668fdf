import { createServer } from 'node:net'
import type { Mode } from '#core/access/mode.ts'
import { Trouble } from '#server/platform/trouble.ts'
import type { Settings } from '#server/platform/settings.ts'

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/

/** Whether an address is reached from this machine only. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host)
}

/** The address a browser on this machine opens. */
export function addressOf({ listen, tls }: Pick<Settings, 'listen' | 'tls'>): string {
  const host = listen.host.includes(':') ? `[${listen.host}]` : listen.host
  return `${tls ? 'https' : 'http'}://${host}:${listen.port}`
}

/** Refuses to be reached from other machines over plain http: that goes on this machine only, or behind a declared proxy that speaks TLS. */
export function demandSecureListen({ listen, tls, proxies }: Pick<Settings, 'listen' | 'tls' | 'proxies'>): void {
  if (isLoopback(listen.host) || tls !== null || proxies.length > 0) return
  throw new Trouble({
    what: {
      zh: '试用方式只在本机提供服务；正式使用而要监听其他地址，须配置 TLS 证书或支持 TLS 的代理。',
      en: 'in trial mode the program serves this machine only; in service, other addresses need TLS or a proxy that speaks it.',
    },
    where: `XIAOHAO_LISTEN=${listen.host}:${listen.port}`,
    cure: {
      zh: '试用请改为 127.0.0.1；正式使用请设置 XIAOHAO_TLS_CERT 和 XIAOHAO_TLS_KEY，或在前面加装支持 TLS 的代理并用 XIAOHAO_PROXIES 指明其地址。',
      en: 'on trial use 127.0.0.1; in service set XIAOHAO_TLS_CERT and XIAOHAO_TLS_KEY, or put a proxy that speaks TLS in front and name it in XIAOHAO_PROXIES.',
    },
  })
}

/** Refuses to be reached from other machines while the installation is on trial: one account, no second factor. */
export function demandListenInMode({ listen }: Pick<Settings, 'listen'>, mode: Mode): void {
  if (isLoopback(listen.host) || mode === 'service') return
  throw new Trouble({
    what: { zh: '试用方式只在本机提供服务，不能监听其他地址。', en: 'in trial mode the program serves this machine only.' },
    where: `XIAOHAO_LISTEN=${listen.host}:${listen.port}`,
    cure: {
      zh: '请先监听 127.0.0.1，在网页上任命三员、转入正式使用，再改监听地址。',
      en: 'listen on 127.0.0.1 first, appoint the three administrators on the page, then change the address.',
    },
  })
}

/** Throws a trouble where the port cannot be had, before anything else is started. */
export async function demandFreePort({ listen }: Pick<Settings, 'listen'>): Promise<void> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen(listen.port, listen.host, resolve)
    })
    await new Promise((resolve) => probe.close(resolve))
  } catch (error) {
    throw portTrouble(error, listen)
  }
}

/** What a failure to listen means. */
export function portTrouble(error: unknown, listen: Settings['listen']): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  const where = `XIAOHAO_LISTEN=${listen.host}:${listen.port}`
  const other = {
    zh: `请关闭占用者，或换一个端口：XIAOHAO_LISTEN=127.0.0.1:${listen.port + 1} npm start`,
    en: `stop what uses it, or take another: XIAOHAO_LISTEN=127.0.0.1:${listen.port + 1} npm start`,
  }
  if (code === 'EADDRINUSE')
    return new Trouble({
      what: { zh: '端口已被其他程序占用。', en: 'the port is taken by another program.' },
      where,
      cure: other,
      cause: error,
    })
  if (code === 'EACCES')
    return new Trouble({ what: { zh: '无权使用该端口。', en: 'this port needs more rights.' }, where, cure: other, cause: error })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Trouble({
      what: { zh: '本机没有这个地址。', en: 'this machine does not have that address.' },
      where,
      cure: other,
      cause: error,
    })
  return error
}
