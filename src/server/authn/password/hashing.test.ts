import { expect, test } from 'vitest'
import { makeHasher } from '#server/authn/password/hashing.ts'

test('a password costs what it should unless something else is said', async () => {
  const { hash, verify } = await makeHasher()
  const stored = await hash('Correct#Horse9')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verify('Correct#Horse9', stored)).toBe(true)
  expect(await verify('Correct#Horse8', stored)).toBe(false)
})

test('a cheap hash is understood by who makes dear ones, and the other way round', async () => {
  const [dear, cheap] = [await makeHasher(), await makeHasher('argon2id', { memoryCost: 64, timeCost: 1, parallelism: 1 })]
  expect(await dear.verify('甲', await cheap.hash('甲'))).toBe(true)
  expect(await cheap.verify('甲', await dear.hash('甲'))).toBe(true)
})
