import type { Random } from './random.ts'

export function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, random.below(bytes.length))
}

export function flipBits(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice()
  for (let count = 1 + random.below(20); count > 0; count--) {
    const at = random.below(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
  }
  return changed
}

export function overwrite(bytes: Uint8Array, at: number, random: Random): Uint8Array {
  const changed = bytes.slice()
  const count = Math.max(0, Math.min(1 + random.below(4), changed.length - at))
  if (count > 0)
    changed.set(
      Array.from({ length: count }, () => random.pick([0, 1, 0x7f, 0xff, random.below(256)])),
      at,
    )
  return changed
}

/** Offsets of all zip headers in a file. */
export function headers(bytes: Uint8Array): number[] {
  const file = Buffer.from(bytes)
  return ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06'].flatMap((signature) => {
    const found: number[] = []
    for (let at = file.indexOf(signature, 0, 'latin1'); at >= 0; at = file.indexOf(signature, at + 1, 'latin1')) found.push(at)
    return found
  })
}

/** A text with a random piece removed, doubled or replaced. */
export function spliceText(text: string, pieces: readonly string[], random: Random): string {
  const at = random.below(text.length)
  const end = Math.min(text.length, at + random.below(80))
  return text.slice(0, at) + random.pick([...pieces, text.slice(at, end).repeat(2), '']) + text.slice(random.pick([at, end]))
}
