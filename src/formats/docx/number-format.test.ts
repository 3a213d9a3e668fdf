import { expect, test } from 'vitest'
import { formatNumber } from './number-format.ts'

test.for([
  ['decimal', [1, 10, 105], '1 10 105'],
  ['decimalZero', [1, 10, 105], '01 10 105'],
  ['decimalFullWidth', [1, 10], '１ １０'],
  ['numberInDash', [3], '- 3 -'],
  ['ordinal', [1, 2, 3, 4, 11, 21, 112], '1st 2nd 3rd 4th 11th 21st 112th'],
  ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
  ['lowerLetter', [2], 'b'],
  ['upperRoman', [1, 4, 9, 1994], 'I IV IX MCMXCIV'],
  ['lowerRoman', [8], 'viii'],
  ['decimalEnclosedCircle', [1, 20, 21, 36, 51], '① ⑳ ㉑ ㊱ 51'],
  ['decimalEnclosedCircleChinese', [2], '②'],
  ['decimalEnclosedParen', [1, 20, 21], '⑴ ⒇ 21'],
  ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
  ['ideographEnclosedCircle', [1, 10, 11], '㊀ ㊉ 11'],
  ['ideographDigital', [1, 10, 105], '一 一〇 一〇五'],
  ['taiwaneseDigital', [10], '一○'],
  ['chineseCounting', [1, 10, 11, 20, 99, 100], '一 十 十一 二十 九十九 一〇〇'],
  [
    'chineseCountingThousand',
    [0, 10, 15, 20, 105, 110, 1010, 10_000, 10_015],
    '零 十 十五 二十 一百零五 一百一十 一千零一十 一万 一万零一十五',
  ],
  ['taiwaneseCountingThousand', [10_001], '一萬零一'],
  ['chineseLegalSimplified', [1, 10, 12, 305], '壹 壹拾 壹拾贰 叁佰零伍'],
  ['ideographLegalTraditional', [2, 3], '貳 參'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12, 13], '子 亥 13'],
  ['ideographZodiacTraditional', [1, 11, 60], '甲子 甲戌 癸亥'],
  ['none', [5], ''],
  ['hindiVowels', [5], '5'],
  ['constructor', [5], '5'],
] as const)('%s', ([format, numbers, written]) => {
  expect(numbers.map((number) => formatNumber(format, number)).join(' ')).toBe(written)
})
