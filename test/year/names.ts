/** What stands behind the names of an organisation: ids. Throws where nobody is called so. */
export interface Names {
  readonly org: (name: string) => string
  readonly person: (name: string) => string
  readonly group: (name: string) => string
  /** The post of head of an org. */
  readonly head: (org: string) => string
  /** The commitment; none where its plan is not here. */
  readonly commitment: (c: string) => readonly string[]
}
