import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Mode } from '#core/access/mode.ts'
import { demandListenInMode, demandSecureListen, isLoopback } from '#server/http/listen.ts'
import { about, type Finding } from '#server/operations/finding.ts'
import type { Settings } from '#server/platform/settings.ts'
import { Trouble } from '#server/platform/trouble.ts'

const DAY_MS = 86_400_000
const SOON_DAYS = 30

/** Looks at how the program is reached: mode, address, TLS. `mode`: null where the database could not be asked. */
export function checkAccess(settings: Settings, mode: Mode | null, now: Date): readonly Finding[] {
  return [
    ...(mode === null ? [] : [checkMode(mode)]),
    checkListen(settings, mode),
    ...(settings.tls === null ? [] : [checkCertificate(settings.tls, now)]),
  ]
}

function checkMode(mode: Mode): Finding {
  const subject = about('运行方式', 'mode')
  return mode === 'service' ? subject.ok(['正式', 'service']) : subject.ok(['试用：只在本机使用', 'trial: on this machine only'])
}

function checkListen(settings: Settings, mode: Mode | null): Finding {
  const subject = about('监听地址', 'address')
  const where = `${settings.listen.host}:${settings.listen.port}`
  try {
    demandSecureListen(settings)
    if (mode !== null) demandListenInMode(settings, mode)
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return subject.wrong([`${where}：${error.what.zh}`, `${where}: ${error.what.en}`], [error.cure.zh, error.cure.en])
  }
  if (settings.tls !== null) return subject.ok([`${where}，TLS`, `${where}, TLS`])
  if (settings.proxies.length > 0)
    return subject.ok([`${where}，经代理 ${settings.proxies.join('、')}`, `${where}, behind ${settings.proxies.join(', ')}`])
  return subject.ok([`${where}${isLoopback(settings.listen.host) ? '，仅本机' : ''}`, `${where}, this machine only`])
}

function checkCertificate({ cert, key }: NonNullable<Settings['tls']>, now: Date): Finding {
  const subject = about('TLS 证书', 'TLS certificate')
  const cure = ['更换证书后重新启动', 'replace it and start again'] as const
  try {
    const certificate = new X509Certificate(readFileSync(cert))
    const days = Math.floor((Date.parse(certificate.validTo) - now.getTime()) / DAY_MS)
    if (!certificate.checkPrivateKey(createPrivateKey(readFileSync(key))))
      return subject.wrong([`${cert} 与私钥不是一对`, `${cert} and its key do not belong together`], cure)
    if (days < 0) return subject.wrong([`已过期 ${-days} 天`, `expired ${-days} days ago`], cure)
    const what = [`还有 ${days} 天到期`, `valid for ${days} days`] as const
    return days < SOON_DAYS ? subject.warning(what, cure) : subject.ok(what)
  } catch {
    return subject.wrong([`无法读取 ${cert} 或 ${key}`, `${cert} or ${key} cannot be read`], cure)
  }
}
