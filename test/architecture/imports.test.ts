import { existsSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import path from 'node:path'
import { expect, test } from 'vitest'
import { forTests, layers } from '#test/architecture/layers.ts'
import { fromRoot, importsOf, isTest, sourcesOf } from '#test/architecture/sources.ts'

const files = sourcesOf('src/**/*.{ts,tsx}')

/** Why an import is not allowed; null where it is. */
function faultOf(file: string, specifier: string): string | null {
  const name = file.split('/')[1] ?? ''
  const layer = layers[name]
  if (!layer) return `no such layer: ${name}`
  const allowed = isTest(file)
    ? { layers: [...layer.layers, ...forTests.layers], packages: [...layer.packages, ...forTests.packages], node: true }
    : layer
  if (specifier.startsWith('.')) return faultOfRelative(file, specifier)
  if (specifier.startsWith('#')) {
    const target = /^#(\w+)\//.exec(specifier)?.[1] ?? ''
    if (target !== name && !allowed.layers.includes(target)) return `${name} may not import ${target}`
    return existsSync(fromRoot(specifier.replace(/^#(?!test)/, 'src/').replace(/^#/, ''))) ? null : `${specifier} does not exist`
  }
  if (isBuiltin(specifier)) return allowed.node && specifier.startsWith('node:') ? null : `${specifier} in ${name}`
  return allowed.packages.some((known) => specifier === known || specifier.startsWith(`${known}/`))
    ? null
    : `the package ${specifier} in ${name}`
}

/** The noun of a file: the folder below its layer; files directly in a layer are one noun. */
function nounOf(file: string): string {
  const parts = file.split('/')
  return parts.slice(0, parts.length > 3 ? 3 : 2).join('/')
}

function faultOfRelative(file: string, specifier: string): string | null {
  const target = path.posix.join(path.posix.dirname(file), specifier)
  const isCode = /\.tsx?$/.test(target)
  return !isCode || nounOf(target) === nounOf(file) ? null : `${specifier} leaves the folder of its noun`
}

test.for(Object.keys(layers))('%s imports only what the table allows', (name) => {
  const faults = files
    .filter(({ file }) => file.startsWith(`src/${name}/`))
    .flatMap(({ file, text }) =>
      importsOf(text)
        .flatMap((specifier) => faultOf(file, specifier) ?? [])
        .map((fault) => `${file}: ${fault}`),
    )
  expect(faults).toEqual([])
})

test('every folder below src is a layer of the table', () => {
  const found = new Set(files.map(({ file }) => file.split('/')[1] ?? ''))
  expect([...found].filter((name) => !(name in layers))).toEqual([])
})

// the test itself is held to account: each of these must be denied
test.for([
  ['src/core/day/day.ts', 'node:fs'],
  ['src/core/day/day.ts', '#compiler/compile.ts'],
  ['src/core/day/day.ts', 'dayjs'],
  ['src/core/day/day.ts', '../text/span.ts'],
  ['src/compiler/compile.ts', '#formats/read-document.ts'],
  ['src/contract/contract.ts', '@orpc/server'],
  ['src/formats/docx/read.ts', '#compiler/compile.ts'],
  ['src/server/start.ts', '#web/main.tsx'],
  ['src/server/start.ts', '#cli/main.ts'],
  ['src/server/start.ts', 'exceljs'],
  ['src/web/main.tsx', '#server/start.ts'],
  ['src/web/main.tsx', 'node:path'],
  ['src/rules/rule.ts', 'zod'],
  ['src/core/day/day.ts', '#core/no/such-file.ts'],
] as const)('denies %s → %s', ([file, specifier]) => {
  expect(faultOf(file, specifier)).not.toBeNull()
})

test.for([
  ["import { a } from '#core/a.ts'", '#core/a.ts'],
  ["import type {\n  A,\n  B,\n} from './a.ts'", './a.ts'],
  ["import './a.css'", './a.css'],
  ["export { a } from 'zod'", 'zod'],
  ["const a = await import('zod')", 'zod'],
  ["new Worker(new URL('./a.worker.ts', import.meta.url))", './a.worker.ts'],
] as const)('sees the import of %s', ([code, specifier]) => {
  expect(importsOf(code)).toEqual([specifier])
})
