/** A piece of text on a page. Points from the left and from the top; `y` is the baseline, `size` the height of the font. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A ruled line, level or upright, in points from the left and from the top. */
export interface Rule {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A page as a page description holds it: pieces and lines in any order. */
export interface Page {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  readonly rules: readonly Rule[]
}
