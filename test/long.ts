const TENTH = 10

/** Whether this is the long run (`npm run test:long`). */
export const isLong = process.env['XIAOHAO_LONG'] === '1'

/** How many cases to run of those the long run has: all of them, or, unless said otherwise, a tenth. */
export function casesOf(all: number, usually = Math.ceil(all / TENTH)): number {
  return isLong ? all : usually
}
