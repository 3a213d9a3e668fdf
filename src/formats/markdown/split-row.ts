/** The cells of a line of a pipe table, without the white space around them; `\|` does not part cells and stands for a bar. */
export function splitRow(line: string): string[] {
  const pieces = line
    .trim()
    .split(/(?<!\\)\|/)
    .map((piece) => piece.replaceAll(String.raw`\|`, '|').trim())
  // Bars at the ends of the line are its frame.
  return pieces.slice(pieces.length > 1 && pieces[0] === '' ? 1 : 0, pieces.length > 2 && pieces.at(-1) === '' ? -1 : undefined)
}
