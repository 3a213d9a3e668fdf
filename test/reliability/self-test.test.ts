import { mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freePort, startRefused } from '#test/reliability/program.ts'

/** A library of cryptography whose SM3 is another digest. */
const ERRING = [
  `import crypto from 'node:crypto'`,
  `import { syncBuiltinESMExports } from 'node:module'`,
  `const right = crypto.createHash`,
  `crypto.createHash = (name, ...rest) => right(name === 'sm3' ? 'sha256' : name, ...rest)`,
  `syncBuiltinESMExports()`,
].join(';')

test('assurance 68: the program does not start on cryptography that errs', async () => {
  const folder = mkdtempSync('/tmp/xiaohao-self-test-')
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(ERRING)}` }
  const { code, output } = await startRefused({ data: path.join(folder, 'data'), port: await freePort(), env })
  expect(code).toBeGreaterThan(0)
  expect(output).toContain('SM3 does not give the known answer')
  rmSync(folder, { recursive: true, force: true })
})
