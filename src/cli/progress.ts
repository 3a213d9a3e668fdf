import type { Progress, Stage } from '#server/backup/progress.ts'

const STAGES: Readonly<Record<Stage, readonly [chinese: string, english: string]>> = {
  check: ['核对备份', 'checking the backup'],
  files: ['佐证文件', 'evidence'],
  tables: ['数据表', 'tables'],
  indexes: ['重建索引', 'indexes'],
  journal: ['核验日志', 'verifying the journal'],
}
const MB = 1024 ** 2
/** So often at the most progress is said: on a terminal in one line, else a line each. */
const EVERY_MS = { terminal: 200, file: 5000 } as const

/** Says on standard error how far the work is. */
export function tellProgress(): { readonly progress: Progress; readonly end: () => void } {
  const isTerminal = process.stderr.isTTY
  const every = isTerminal ? EVERY_MS.terminal : EVERY_MS.file
  let told = performance.now()
  let hasTold = false
  const progress: Progress = (stage, done, of) => {
    if (performance.now() - told < every) return
    told = performance.now()
    hasTold = true
    const [chinese, english] = STAGES[stage]
    const isCount = stage === 'indexes' || stage === 'journal'
    const amount = isCount ? `${done}/${of ?? ''}` : `${Math.floor(done / MB)}${of === null ? '' : ` / ${Math.ceil(of / MB)}`} MB`
    process.stderr.write(`${isTerminal ? '\r\u001B[K' : ''}${chinese} ${english} ${amount}${isTerminal ? '' : '\n'}`)
  }
  const end = () => {
    if (isTerminal && hasTold) process.stderr.write('\r\u001B[K')
  }
  return { progress, end }
}
