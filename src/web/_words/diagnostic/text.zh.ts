type Params = Readonly<Record<string, string>>

/** Words for what the reading of a document left unclear or out. */
export const zh = {
  code: {} as Readonly<Record<string, (params: Params) => string>>,
  other: (code: string) => `有一处未能完全读明（${code}）`,
}

export type Text = typeof zh
