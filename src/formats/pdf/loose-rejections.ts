import { setImmediate } from 'node:timers/promises'

/**
 * Does work of a library that leaves some of its promises to nobody: where one of them is rejected, a damaged file would end the whole thread. What the file
 * is worth shows in what is waited for.
 */
export async function withoutLooseRejections<Result>(work: () => Promise<Result>): Promise<Result> {
  process.on('unhandledRejection', ignore)
  try {
    return await work()
  } finally {
    // they are reported once all that is due has run
    await setImmediate()
    process.off('unhandledRejection', ignore)
  }
}

function ignore(): void {}
