/** Whether a number stands inside brackets that open behind a date or a period: 每月5日前报送总结(3000字以内). */
export function isAside(between: string): boolean {
  return between.lastIndexOf('(') > between.lastIndexOf(')')
}
