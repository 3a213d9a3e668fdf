/** Cells as TAB-separated lines, as spreadsheets paste them. What could be taken for a formula gets an apostrophe (as in the export). */
export function asTabs(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((cell) => quoted(harmless(cell))).join('\t')).join('\r\n')
}

/** Cells as an HTML table whose cells are text: a spreadsheet would read 3-2-1 as a day otherwise. */
export function asTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map(cellMarkup).join('')}</tr>`)
  return `<html><head><meta charset="utf-8"></head><body><table>${lines.join('')}</table></body></html>`
}

function cellMarkup(text: string): string {
  return `<td style="mso-number-format:'\\@';white-space:pre-wrap">${escaped(harmless(text))}</td>`
}

function harmless(text: string): string {
  return /^[\s\u200B\uFEFF]*[=+\-@|＝＋－＠｜]/.test(text) && !/^[-－]$/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
}
