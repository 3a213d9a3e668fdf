import { expect, test } from 'vitest'
import { rawZip, type RawEntry } from '#test/formats/raw-zip.ts'
import { openZip, ZIP_LIMITS } from './open-zip.ts'

const HELLO: RawEntry = { path: 'a.xml', content: '整改整改整改整改' }
const OTHER: RawEntry = { path: 'b.xml', content: '方案' }
const ZEROS = new Uint8Array(8 << 20)

test.for([
  ['deflated', [HELLO]],
  ['stored', [{ ...HELLO, isStored: true }]],
  ['other case and slashes', [{ ...HELLO, path: '\\A.XML' }]],
  ['among others', [OTHER, HELLO]],
  ['beside a bomb nobody reads', [HELLO, { path: 'media/x', content: ZEROS }]],
] as const)('reads an entry: %s', ([, entries]) => {
  const zip = openZip(rawZip(entries))
  expect(new TextDecoder().decode(zip.read('a.xml'))).toBe(HELLO.content)
  expect(zip.read('none.xml')).toBeUndefined()
  expect(zip.unpacked()).toBe(24)
})

test.for([
  ['larger than told', [{ ...HELLO, size: 5 }], 'zip-bomb'],
  ['smaller than told', [{ ...HELLO, size: 500 }], 'zip-bomb'],
  ['a bomb told small', [{ path: 'a.xml', content: ZEROS, size: 100 }], 'zip-bomb'],
  ['a bomb told as it is', [{ path: 'a.xml', content: ZEROS }], 'zip-bomb'],
  ['encrypted', [{ ...HELLO, flags: 1 }], 'encrypted'],
  ['another checksum', [{ ...HELLO, crc: 1 }], 'damaged'],
  ['an unknown method', [{ ...HELLO, method: 99 }], 'damaged'],
  ['no deflated data', [{ ...HELLO, isStored: true, method: 8 }], 'damaged'],
] as const)('refuses to unpack: %s', ([, entries, code]) => {
  const zip = openZip(rawZip(entries))
  expect(() => zip.read('a.xml')).toThrow(expect.objectContaining({ code, params: expect.objectContaining({ part: 'a.xml' }) }))
  expect(zip.unpacked()).toBe(0)
})

const WHOLE = rawZip([HELLO, OTHER])
const patched = (at: number, ...values: number[]): Uint8Array => {
  const bytes = WHOLE.slice()
  bytes.set(values, at < 0 ? bytes.length + at : at)
  return bytes
}

test.for([
  ['two entries of one name', rawZip([HELLO, { ...HELLO, path: 'A.xml' }]), 'damaged'],
  ['overlapping entries', rawZip([HELLO, { ...OTHER, path: HELLO.path, placeOf: 0 }, OTHER]), 'zip-bomb'],
  ['another name in the data', rawZip([{ ...HELLO, localPath: 'c.xml' }]), 'damaged'],
  [
    'more in total than allowed',
    rawZip([
      { ...HELLO, size: 150 << 20 },
      { ...OTHER, size: 51 << 20 },
    ]),
    'zip-bomb',
  ],
  [
    'too many entries',
    rawZip(Array.from({ length: ZIP_LIMITS.entries + 1 }, (_, index) => ({ path: `${index}`, content: '' }))),
    'zip-bomb',
  ],
  ['cut at the end', WHOLE.subarray(0, -1), 'damaged'],
  ['cut in the middle', WHOLE.subarray(0, 60), 'damaged'],
  ['cut at the start', WHOLE.subarray(5), 'damaged'],
  ['bytes behind the end', Uint8Array.from([...WHOLE, 0]), 'damaged'],
  ['fewer entries told than there are', patched(-12, 1, 0), 'damaged'],
  ['more entries told than there are', patched(-12, 3, 0), 'damaged'],
  ['the directory elsewhere', patched(-6, 0xff, 0xff), 'damaged'],
  ['no local header', patched(0, 0), 'damaged'],
  ['nothing but the name of a zip', new TextEncoder().encode('PK\u0003\u0004'), 'damaged'],
] as const)('refuses an archive: %s', ([, bytes, code]) => {
  expect(() => openZip(bytes)).toThrow(expect.objectContaining({ code }))
})
