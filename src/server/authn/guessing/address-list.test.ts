import { expect, test } from 'vitest'
import { PRIVATE_NETWORKS, readAddressList } from '#server/authn/guessing/address-list.ts'

test.for([
  ['10.1.0.0/16', '10.1.255.3', true],
  ['10.1.0.0/16', '10.2.0.1', false],
  ['10.1.0.0/16', '::ffff:10.1.2.3', true],
  ['192.168.3.4, 2001:db8::/32', '2001:db8:1::9', true],
  ['192.168.3.4, 2001:db8::/32', '192.168.3.5', false],
  ['2001:db8::/32', '2001:db9::1', false],
  ['0.0.0.0/0', '203.0.113.9', true],
  ['0.0.0.0/0', '::1', false],
  ['10.0.0.0/8', null, false],
  ['10.0.0.0/8', 'nonsense', false],
  [PRIVATE_NETWORKS, '172.31.9.9', true],
  [PRIVATE_NETWORKS, '203.0.113.9', false],
  [PRIVATE_NETWORKS, 'fe80::1%eth0', true],
] as const)('%s holds %s: %s', ([list, address, holds]) => {
  expect(readAddressList(list)?.has(address)).toBe(holds)
})

test.for(['10.1.0.0/33', 'court.example', '10.1.0.0/16/8', '::1/129', '10.1.0/16', '10.1.0.0/x'])('%s is none', (text) => {
  expect(readAddressList(text)).toBeNull()
})
