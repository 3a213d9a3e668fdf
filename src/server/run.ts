import { logError } from '#server/platform/log.ts'
import { readSettings } from '#server/platform/settings.ts'
import { Trouble, wordTrouble } from '#server/platform/trouble.ts'
import { startProgram } from '#server/start.ts'

const OLDEST_NODE = 24

/** Runs the program until a signal ends it: what `npm start` does. Ends the process with 1 where it cannot start or go on. */
export async function run(): Promise<void> {
  const begun = performance.now()
  try {
    demandNode()
    const program = await startProgram(readSettings(process.env), (error) => logError(error, 'background'))
    endOnSignal(program.stop)
    program.lost.catch(fail)
    const link = program.setupLink === null ? '' : `\nsetup: ${program.setupLink}`
    // at once: who reads the first line has the link as well, or knows that there is none
    console.log(`销号 xiaohao: ${program.address}  (${Math.round(performance.now() - begun)} ms)${link}`)
  } catch (error) {
    fail(error)
  }
}

function endOnSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const end = () => {
    // the second time at once: the watchdog stops the database
    if (isStopping) process.exit(1)
    isStopping = true
    stop().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

function demandNode(): void {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return
  throw new Trouble({
    what: { zh: `需要 Node ${OLDEST_NODE}，当前为 ${process.version}。`, en: `Node ${OLDEST_NODE} is needed, this is ${process.version}.` },
    where: process.execPath,
    cure: {
      zh: '请用 npm start 启动（会自动使用随附的 Node）。',
      en: 'start with npm start, which uses the Node that comes with the program.',
    },
  })
}

function fail(error: unknown): never {
  console.error(error instanceof Trouble ? wordTrouble(error) : error)
  process.exit(1)
}
