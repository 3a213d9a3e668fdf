const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** An instant as `2026-11-22 11:10`, in the time of China. */
export function momentText(instant: string): string {
  return beijing.format(new Date(instant))
}
