import { latin, type Peek, viewOf } from './peek.ts'

/** A box of an ISO base media file (ISO/IEC 14496-12): its four letters and where its content lies. */
export interface Box {
  readonly type: string
  readonly from: number
  readonly to: number
}

const MOST_BOXES = 2000

/** The boxes between two places of a file, in their order; what is broken ends the list. */
export async function boxesIn(file: Peek, from: number, to: number): Promise<readonly Box[]> {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to && boxes.length < MOST_BOXES;) {
    const head = await file.at(at, 16)
    if (head.length < 8) break
    const view = viewOf(head)
    const short = view.getUint32(0)
    const isLong = short === 1 && head.length === 16
    const size = isLong ? Number(view.getBigUint64(8)) : short === 0 ? to - at : short
    const content = at + (isLong ? 16 : 8)
    if (at + size > to || size < content - at) break
    boxes.push({ type: latin(head.subarray(4, 8)), from: content, to: at + size })
    at += size
  }
  return boxes
}

/** The first box at the end of a path of types. */
export async function boxAt(file: Peek, path: readonly string[], within: Pick<Box, 'from' | 'to'>): Promise<Box | null> {
  let found: Pick<Box, 'from' | 'to'> = within
  let last: Box | null = null
  for (const type of path) {
    last = (await boxesIn(file, found.from, found.to)).find((box) => box.type === type) ?? null
    if (last === null) return null
    found = last
  }
  return last
}
