import { CliFailure, exitCodes } from './failure.ts'

/** A command: takes what stands behind its name. Loaded only when called, so that each starts fast. */
type Command = (args: readonly string[]) => Promise<void>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  compile: async () => (await import('#cli/compile/command.ts')).compileCommand,
  ledger: async () => (await import('#cli/ledger/command.ts')).ledgerCommand,
}

const usage = `用法 Usage: xiaohao COMMAND …

  compile FILE [--format json|table|xlsx] [--output FILE]
      读取方案文件（.txt .md .docx），输出台账草稿。不需要数据库。
      Reads a plan document and prints the draft of its ledger. Needs no database.
  ledger recompute [--check]
      全部重算期次并写回不一致之处；--check 只比对，不写入。内置数据库须先停止程序。
      Works out every occurrence anew and writes what differs; --check only compares. With the embedded database, stop the program first.
`

async function run([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(usage)
    return
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined)
    throw new CliFailure(
      exitCodes.usage,
      `没有这个命令：${name}。运行 xiaohao --help 查看用法。`,
      `no such command: ${name}. See xiaohao --help.`,
    )
  await (
    await load()
  )(args)
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CliFailure)) throw error
  const [chinese, english] = error.lines
  process.stderr.write(`错误：${chinese}\nError: ${english}\n`)
  process.exitCode = error.exitCode
}
