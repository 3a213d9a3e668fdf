import { BlockList, isIP } from 'node:net'

/** A set of addresses and ranges, IPv4 and IPv6. */
export interface AddressList {
  readonly has: (address: string | null) => boolean
}

/** Networks for private use (RFC 1918, 4193, 6598), links (RFC 3927, 4291) and this machine. */
export const PRIVATE_NETWORKS = '127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,100.64.0.0/10,169.254.0.0/16,::1,fc00::/7,fe80::/10'

/** Reads `10.1.0.0/16, 2001:db8::/32, 192.168.3.4`; null where a part is neither an address nor a range. */
export function readAddressList(text: string): AddressList | null {
  const list = new BlockList()
  for (const part of text.split(',').flatMap((each) => each.trim() || [])) {
    const [address = '', bits, more] = part.split('/')
    const family = familyOf(address)
    const widest = family === 'ipv4' ? 32 : 128
    const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1
    if (family === null || more !== undefined || prefix < 0 || prefix > widest) return null
    list.addSubnet(address, prefix, family)
  }
  return {
    has(address) {
      // IPv4 as a listener on both families sees it
      const plain = address === null ? '' : address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '')
      const family = familyOf(plain)
      return family !== null && list.check(plain, family)
    },
  }
}

function familyOf(address: string): 'ipv4' | 'ipv6' | null {
  const version = isIP(address)
  return version === 4 ? 'ipv4' : version === 6 ? 'ipv6' : null
}
