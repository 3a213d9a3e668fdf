import { readSettings } from '#server/platform/settings.ts'
import { Trouble, wordTrouble } from '#server/platform/trouble.ts'
import { startProgram } from '#server/start.ts'

const OLDEST_NODE = 24

function fail(error: unknown): never {
  console.error(error instanceof Trouble ? wordTrouble(error) : error)
  process.exit(1)
}

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  fail(
    new Trouble({
      what: {
        zh: `需要 Node ${OLDEST_NODE}，当前为 ${process.version}。`,
        en: `Node ${OLDEST_NODE} is needed, this is ${process.version}.`,
      },
      where: process.execPath,
      cure: {
        zh: '请用 npm start 启动（会自动使用随附的 Node）。',
        en: 'start with npm start, which uses the Node that comes with the program.',
      },
    }),
  )
}

try {
  const begun = performance.now()
  const program = await startProgram(readSettings(process.env), (error) => console.error(`${error.name}: ${error.message}`))
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    program.stop().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  program.lost.catch(fail)
  console.log(`销号 xiaohao: ${program.address}  (${Math.round(performance.now() - begun)} ms)`)
  if (program.setupLink !== null) console.log(`setup: ${program.setupLink}`)
} catch (error) {
  fail(error)
}
