/** Words in both languages. */
interface Words {
  readonly zh: string
  readonly en: string
}

/** What one check of an installation found. `cure`: what to do, where it is not as it should be. */
export interface Finding {
  readonly about: Words
  readonly state: 'ok' | 'warning' | 'wrong'
  readonly what: Words
  readonly cure?: Words
}

type Pair = readonly [zh: string, en: string]

/** Makes the findings of one check. */
export function about(...[zh, en]: Pair) {
  const words = { zh, en }
  const make = (state: Finding['state'], [whatZh, whatEn]: Pair, cure?: Pair): Finding => ({
    about: words,
    state,
    what: { zh: whatZh, en: whatEn },
    ...(cure === undefined ? {} : { cure: { zh: cure[0], en: cure[1] } }),
  })
  return {
    ok: (what: Pair) => make('ok', what),
    warning: (what: Pair, cure: Pair) => make('warning', what, cure),
    wrong: (what: Pair, cure: Pair) => make('wrong', what, cure),
  }
}
