import { expect, test } from 'vitest'
import { textOf } from '#core/text/span.ts'
import { FormatError } from '#formats/errors/format-error.ts'
import { readText } from './read-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)
const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 + 2 * text.length))
  ;['\uFEFF', ...text.split('')].forEach((unit, index) => view.setUint16(2 * index, unit.charCodeAt(0), little))
  return new Uint8Array(view.buffer)
}

/** 一、目标 in GB18030. */
const GB = bytes(0xd2, 0xbb, 0xa1, 0xa2, 0xc4, 0xbf, 0xb1, 0xea)

test.for([
  ['UTF-8', utf8('一、目标'), '一、目标', ['一、目标']],
  ['UTF-8 with BOM', utf8('\uFEFF一、目标'), '一、目标', ['一、目标']],
  ['GB18030', GB, '一、目标', ['一、目标']],
  ['GB18030, four bytes (𠮷)', bytes(0x95, 0x34, 0xb2, 0x35, 0xd2, 0xbb), '𠮷一', ['𠮷一']],
  ['UTF-16, little endian', utf16('一、\n目标', true), '一、\n目标', ['一、', '目标']],
  ['UTF-16, big endian', utf16('一、𠮷', false), '一、𠮷', ['一、𠮷']],
  ['CRLF and empty lines kept', utf8('一、\r\n\r\n　\r\n目标\r\n'), '一、\r\n\r\n　\r\n目标\r\n', ['一、', '目标']],
  ['CR alone, indent kept', utf8('一\r　　二'), '一\r　　二', ['一', '　　二']],
  ['a second BOM is text', utf8('\uFEFF\uFEFF一'), '\uFEFF一', ['\uFEFF一']],
] as const)('reads %s', ([, input, text, lines]) => {
  const document = readText(input)
  expect(document.text).toBe(text)
  expect(document.blocks.map((block) => textOf(document.text, block.span))).toEqual(lines)
})

test.for([
  ['one bad byte in UTF-8', bytes(...utf8('一、整改目标\n二、整改'), 0xff, ...utf8('措施')), 'damaged', 2],
  ['UTF-8 cut inside a character', utf8('一、整改目标').subarray(0, 16), 'damaged', 1],
  ['lone surrogate in UTF-16', utf16('一\n\uD800目标', true), 'damaged', 2],
  ['odd length of UTF-16', utf16('一', true).subarray(0, 3), 'damaged', 1],
  ['no encoding fits', bytes(0x41, 0x0a, 0xff, 0xff, 0xff), 'not-text', 2],
  ['NUL', utf8('一\n\0'), 'not-text', 2],
  ['white space only', utf8(' \r\n　\t\n'), 'no-text', undefined],
] as const)('refuses %s', ([, input, code, line]) => {
  const attempt = (): unknown => readText(input)
  expect(attempt).toThrow(FormatError)
  expect(attempt).toThrow(expect.objectContaining({ code, params: line === undefined ? {} : { line } }))
})
