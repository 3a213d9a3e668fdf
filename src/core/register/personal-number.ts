/** Weights of the first seventeen digits of an identity number, and the check digit by the remainder (GB 11643). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'
const IDENTITY = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![\dX])/g
const MOBILE = /(?<!\d)(?:\+?86)?1[3-9]\d{9}(?!\d)/

/**
 * Whether a text holds an identity number (身份证号, its check digit right) or a mobile number (手机号), also in full width or with gaps. Neither is kept in any
 * register, so that there is nothing to mask.
 */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').toUpperCase()
  const joined = plain.replaceAll(/(?<=\d)[ \-‐–]+(?=[\dX])/g, '')
  return [plain, joined].some((each) => MOBILE.test(each) || (each.match(IDENTITY) ?? []).some(isIdentity))
}

function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return CHECK_DIGITS[sum % CHECK_DIGITS.length] === number.at(-1)
}
