import { BlockList, isIP } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendFailure } from '#server/http/failures.ts'
import { isLoopback } from '#server/http/listen.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** IPv4 as a socket of both families names it. */
const MAPPED = /^::ffff:(?=\d+\.)/i

/**
 * Refuses requests that came over a plain connection: TLS ends here, or at a declared proxy that says so. Whoever sits at this machine is served plainly.
 */
export function demandSecure(app: FastifyInstance, declared: BlockList): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.protocol === 'https') return undefined
    const address = (request.socket.remoteAddress ?? '').replace(MAPPED, '')
    const isProxy = isIP(address) !== 0 && declared.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
    // a proxy on this machine says for whom it asks
    if (isLoopback(address) && !(isProxy && isForwarded(request))) return undefined
    return sendFailure(reply, 403)
  })
}

function isForwarded({ headers }: FastifyRequest): boolean {
  return headers['x-forwarded-for'] !== undefined || headers['x-forwarded-proto'] !== undefined
}

/** The declared proxies, addresses or ranges (`10.0.0.0/8`). Throws a trouble where one is neither. */
export function listProxies(proxies: readonly string[]): BlockList {
  const list = new BlockList()
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    try {
      if (bits === undefined) list.addAddress(address, family)
      else list.addSubnet(address, Number(bits), family)
    } catch (cause) {
      throw new Trouble({
        what: { zh: '代理地址不正确。', en: 'the address of a proxy is not valid.' },
        where: `XIAOHAO_PROXIES: ${proxy}`,
        cure: {
          zh: '应为 IP 地址或网段，用逗号隔开，如 10.0.0.5,10.1.0.0/16。',
          en: 'expected: addresses or ranges with commas between, 10.0.0.5,10.1.0.0/16.',
        },
        cause,
      })
    }
  }
  return list
}
