import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { choosePlace } from '#server/postgres/place.ts'

const NOBODY = { uid: 65_534, gid: 65_534 }
const isRoot = process.getuid?.() === 0

let folder: string
let data: string
let state: string
beforeEach(() => {
  folder = mkdtempSync('/tmp/xiaohao-place-')
  chmodSync(folder, 0o755)
  const made = folder
  onTestFinished(() => rmSync(made, { recursive: true }))
  data = path.join(folder, 'above', 'data')
  state = path.join(folder, 'state')
  mkdirSync(data, { recursive: true })
})

const choose = () => choosePlace(data, NOBODY, state)
const close = () => chmodSync(path.join(folder, 'above'), 0o700)

test('run by ourselves the database lies in the data folder, wherever that is', () => {
  close()
  expect(choosePlace(data, null, state)).toBe(path.join(data, 'postgres'))
})

describe.skipIf(!isRoot)('run by another user', () => {
  test('it lies in the data folder where that user can pass', () => {
    expect(choose()).toBe(path.join(data, 'postgres'))
  })

  test('else it goes to a new folder of the state folder, and stays there', () => {
    close()
    const place = choose()
    expect(path.dirname(place)).toBe(state)
    chmodSync(path.join(folder, 'above'), 0o755)
    expect(choose()).toBe(place)
  })

  test('a fresh data folder gets a database of its own', () => {
    close()
    const first = choose()
    rmSync(data, { recursive: true })
    mkdirSync(data)
    expect(choose()).not.toBe(first)
  })

  test('it follows a data folder that was moved', () => {
    close()
    const place = choose()
    renameSync(data, `${data}-moved`)
    expect(choosePlace(`${data}-moved`, NOBODY, state)).toBe(place)
    expect(readFileSync(path.join(place, 'belongs-to'), 'utf8')).toBe(`${data}-moved`)
  })

  test('a copy of the data folder is refused: two programs would share a database', () => {
    close()
    choose()
    cpSync(data, `${data}-copy`, { recursive: true })
    expect(() => choosePlace(`${data}-copy`, NOBODY, state)).toThrow('copy of another')
  })

  test('a lost database is named, never replaced by an empty one', () => {
    close()
    rmSync(choose(), { recursive: true })
    expect(choose).toThrow('does not exist')
  })

  test('a used one that can no longer be reached is named, never replaced by an empty one', () => {
    writeFileSync(path.join(choose(), '.used'), '')
    close()
    expect(choose).toThrow('no longer enter')
    expect(existsSync(state)).toBe(false)
  })
})
