const TENTH = 10

/** Whether this is the long run (`npm run test:long`). */
const isLong = process.env['XIAOHAO_LONG'] === '1'

/** How many cases to run of those the long run has: all of them, or a tenth. */
export function casesOf(all: number): number {
  return isLong ? all : Math.ceil(all / TENTH)
}
