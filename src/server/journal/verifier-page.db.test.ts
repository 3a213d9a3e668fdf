import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import fc from 'fast-check'
import { sm2 } from 'sm-crypto-v2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import type { BundleLine } from '#core/journal/bundle.ts'
import type { EntryProof } from '#core/journal/proof.ts'
import { proofOf } from '#server/journal/prove.ts'
import { type SealedWorld, startSealedWorld } from '#server/journal/sealed-world.fixture.ts'
import { sm3 } from '#server/journal/sm3.ts'

const Report = z.object({ entries: z.number(), faults: z.array(z.tuple([z.string(), z.number()])) })
const page = readFileSync(new URL('../../../verifier/journal.html', import.meta.url), 'utf8')
const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? ''
const inPage = createContext({ TextEncoder, TextDecoderStream })
runInContext(script, inPage)

/** Calls a function of the page with values that go through JSON. */
async function call(name: string, ...args: readonly unknown[]): Promise<unknown> {
  const asked = args.map((arg) => JSON.stringify(arg)).join(', ')
  return runInContext(`(async () => ${name}(${asked}))()`, inPage)
}
const faultsOf = async (lines: readonly BundleLine[], asked: object = {}) => {
  const report = Report.parse(
    await call(
      'verifyBundle',
      lines.map((line) => JSON.stringify(line)),
      asked,
    ),
  )
  return report.faults.map(([code]) => code)
}

let world: SealedWorld
let lines: readonly BundleLine[]
let proof: EntryProof
beforeAll(async () => {
  world = await startSealedWorld()
  for (const count of [1, 4, 6]) await world.grow(count)
  lines = await world.lines()
  const id = lines.flatMap((line) => ('entry' in line ? [line.entry.id] : []))[6] ?? ''
  const found = await world.database.db.transaction().execute((tx) => proofOf(tx, world.jurisdictionId, id))
  if (found === null) throw new Error('not sealed')
  proof = found
})
afterAll(() => world.close())

test('the page asks nothing of any network', () => {
  expect(page).toContain(`default-src 'none'`)
  expect(page).not.toMatch(/https?:|src=|href=|fetch\(|import\(/)
})

describe('its own cryptography agrees with the program’s', () => {
  test('on digests', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
        expect(await call('digest', text)).toBe(sm3(text))
      }),
      { numRuns: 200 },
    )
  })

  test('on signatures, and on those that are none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.nat(), async (content, seed) => {
        const { privateKey, publicKey } = sm2.generateKeyPairHex()
        const signature = sm2.doSignature(content, privateKey, { hash: true, der: true, publicKey })
        expect(await call('isSigned', publicKey, content, signature)).toBe(true)
        expect(await call('isSigned', publicKey, `${content}.`, signature)).toBe(false)
        const at = seed % signature.length
        const changed = `${signature.slice(0, at)}${signature[at] === '0' ? '1' : '0'}${signature.slice(at + 1)}`
        expect(await call('isSigned', publicKey, content, changed)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })
})

test('a whole journal is whole, also without what was erased', async () => {
  expect(await faultsOf(lines)).toEqual([])
  expect(await faultsOf(lines, { trusted: [world.signer.key] })).toEqual([])
  expect(await faultsOf(lines.map((line) => ('entry' in line ? { ...line, payload: null } : line)))).toEqual([])
})

test.for<[string, (all: readonly BundleLine[]) => readonly BundleLine[], string]>([
  [
    'says another verb',
    (all) => all.map((line, at) => ('entry' in line && at === 3 ? { ...line, entry: { ...line.entry, verb: 'x' } } : line)),
    'root',
  ],
  [
    'says another change',
    (all) =>
      all.map((line, at) =>
        'entry' in line && line.payload !== null && at === 3 ? { ...line, payload: { ...line.payload, after: 7 } } : line,
      ),
    'payload',
  ],
  ['lacks an entry', (all) => all.toSpliced(3, 1), 'size'],
  ['lacks its end', (all) => all.slice(0, -1), 'end'],
  ['lacks its last head', (all) => all.filter((line, at) => !('head' in line) || at < all.length - 2), 'open'],
  ['has two entries in another order', (all) => all.toSpliced(3, 2, ...all.slice(3, 5).toReversed()), 'root'],
  ['has an entry twice', (all) => all.toSpliced(4, 0, ...all.slice(4, 5)), 'twice'],
])('a journal that %s is found out by both', async ([, change, code]) => {
  const changed = change(lines)
  expect(await faultsOf(changed)).toContain(code)
  expect((await world.verifyLines(changed)).faults).not.toEqual([])
})

test('a head that was kept elsewhere and a key that is not trusted are found out', async () => {
  const head = lines.flatMap((line) => ('head' in line ? [line.head] : []))[0]
  expect(await faultsOf(lines, { witnessed: [head] })).toEqual([])
  expect(await faultsOf(lines, { witnessed: [{ ...head, size: 99 }] })).toEqual(['witness'])
  expect(new Set(await faultsOf(lines, { trusted: ['another'] }))).toEqual(new Set(['key']))
})

test('the proof of one entry holds, and no other does', async () => {
  const faults = async (given: object) => Report.parse(await call('verifyProof', { ...proof, ...given })).faults.map(([code]) => code)
  expect(await faults({})).toEqual([])
  expect(await faults({ index: proof.index + 1 })).toEqual(['root'])
  expect(await faults({ path: [...proof.path, proof.head.root] })).toEqual(['root'])
  expect(await faults({ entry: { ...proof.entry, actorName: '李四' } })).toEqual(['root'])
  expect(await faults({ payload: { salt: '', before: null, after: null } })).toEqual(['payload'])
  expect(await faults({ head: { ...proof.head, size: proof.head.size + 1 } })).toContain('signature')
})
