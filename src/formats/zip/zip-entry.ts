/** One file of a zip, as its directory tells. Sizes in bytes; nothing of it is believed before the data has been counted. */
export interface ZipEntry {
  /** Path in the archive, in lower case, with `/` and without a leading one: as office programs compare it. */
  readonly path: string
  /** Path as it was written, for people: with `/`, in its own case. */
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Where its local header begins. */
  readonly offset: number
}
