import type { Day, Instant } from '#core/day/day.ts'

/** 2026年9月30日, as official documents write a day. */
export function dayWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026年9月30日 10:05, in the time of China. */
export function momentWords(instant: Instant): string {
  return new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short' })
}
