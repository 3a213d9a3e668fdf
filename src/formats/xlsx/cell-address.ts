/** The address of a cell, such as `A4`; rows and columns count from 1. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`
}

/** A … Z, AA …: the letters of a column, counted from 1. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
