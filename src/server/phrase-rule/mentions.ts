import { fold } from '#compiler/source/fold.ts'
import { NUMBER_SLOT } from '#core/phrase-rule/signs.ts'

/** Whether a phrase may stand in a text at all: most documents need not be read. */
export function mentions(text: string, phrases: readonly string[]): boolean {
  const folded = plain(text)
  return phrases.some((phrase) =>
    plain(phrase)
      .split(NUMBER_SLOT)
      .every((piece) => folded.includes(piece)),
  )
}

function plain(text: string): string {
  return fold(text).replaceAll(/\s/g, '')
}
