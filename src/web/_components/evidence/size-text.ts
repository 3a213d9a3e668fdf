const KB = 1024
const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** A number of bytes as a person reads it: `18 B`, `1.4 MB`. */
export function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KB)))
  const value = bytes / KB ** step
  return `${step === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${UNITS[step] ?? 'B'}`
}
