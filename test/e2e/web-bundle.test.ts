import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../dist/web/assets/', import.meta.url)

test('no page carries the schemas: they make functions at run time, which the content policy forbids', () => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  expect(scripts.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('ZodError'))).toEqual([])
})
