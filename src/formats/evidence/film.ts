import { type Box, boxAt, boxesIn } from './boxes.ts'
import { latin, type Peek, viewOf, type Wipe, zeros } from './peek.ts'

const LOCATION = /location/i

/** Where a film says where it was made: `©xyz` and `loci` in its user data (3GPP TS 26.244), or a key of its metadata with "location" in its name (QuickTime). */
export async function filmPositions(file: Peek): Promise<readonly Wipe[]> {
  const moov = await boxAt(file, ['moov'], { from: 0, to: file.size })
  if (moov === null) return []
  const data = await boxAt(file, ['udta'], moov)
  const inData =
    data === null ? [] : (await boxesIn(file, data.from, data.to)).filter(({ type }) => type === '\u00a9xyz' || type === 'loci')
  return [...inData, ...(await inMetadata(file, moov))].map(({ from, to }) => zeros(from, to - from))
}

async function inMetadata(file: Peek, moov: Box): Promise<readonly Box[]> {
  const meta = await boxAt(file, ['meta'], moov)
  const keys = meta === null ? null : await boxAt(file, ['keys'], meta)
  const list = meta === null ? null : await boxAt(file, ['ilst'], meta)
  if (keys === null || list === null) return []
  const names = (await boxesIn(file, keys.from + 8, keys.to)).map(({ from, to }) => file.at(from, Math.min(to - from, 200)))
  const isLocation = (await Promise.all(names)).map((name) => LOCATION.test(latin(name)))
  const values = await boxesIn(file, list.from, list.to)
  // the type of a value is the number of its key, counted from 1; its own head (data box, type, locale) stays
  return values
    .filter(({ type }) => isLocation[viewOf(Buffer.from(type, 'latin1')).getUint32(0) - 1] === true)
    .map((box) => ({ ...box, from: Math.min(box.from + 16, box.to) }))
}
