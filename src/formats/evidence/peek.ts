/** A file of any size, read in parts. `at`: fewer bytes where the file ends before. */
export interface Peek {
  readonly size: number
  readonly at: (offset: number, length: number) => Promise<Uint8Array>
}

/** Bytes to be written over others of a file. */
export interface Wipe {
  readonly offset: number
  readonly bytes: Uint8Array
}

/** Zeros in the place of what stood there. */
export function zeros(offset: number, length: number): Wipe {
  return { offset, bytes: new Uint8Array(length) }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Bytes as characters of one byte each. */
export function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
