import { CliFailure, exitCodes } from './failure.ts'

/** A command: takes what stands behind its name. Loaded only when called, so that each starts fast. */
type Command = (args: readonly string[]) => Promise<void>

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  account: async () => (await import('#cli/account/command.ts')).accountCommand,
  backup: async () => (await import('#cli/backup/command.ts')).backupCommand,
  compile: async () => (await import('#cli/compile/command.ts')).compileCommand,
  doctor: async () => (await import('#cli/doctor/command.ts')).doctorCommand,
  journal: async () => (await import('#cli/journal/command.ts')).journalCommand,
  ledger: async () => (await import('#cli/ledger/command.ts')).ledgerCommand,
  lint: async () => (await import('#cli/lint/command.ts')).lintCommand,
  restore: async () => (await import('#cli/backup/restore-command.ts')).restoreCommand,
}

const usage = `用法 Usage: xiaohao COMMAND …

  compile FILE [--format json|table|xlsx] [--output FILE]
      读取方案文件（.docx .xlsx .pdf .ofd .html .txt .md；装有 LibreOffice 时还有 .doc .wps .xls .rtf .odt），输出台账草稿。不需要数据库。
      Reads a plan document and prints the draft of its ledger. Needs no database.
  compile FOLDER|ARCHIVE.zip --output FOLDER [--format json|xlsx] [--threads N]
      读取文件夹或压缩包中的每份文件，逐份输出草稿并写索引 index.jsonl；Ctrl-C 停止，同样的命令接着做。有文件未能读出时退出码为 3。
      Reads every document of a folder or archive into drafts and an index.jsonl; Ctrl-C stops, the same command goes on. Ends with 3 where some could not be read.
  lint FILE [--json] [--output FILE.docx]
      方案印发前体检：没有责任、时限、单位、分母的，无法考核的，重复、冲突的；--output 写出带批注的文稿。不需要数据库。
      What a plan would better say before it is issued; --output writes it as comments in a document. Needs no database.
  ledger recompute [--check]
      全部重算期次并写回不一致之处；--check 只比对，不写入。内置数据库须先停止程序。
      Works out every occurrence anew and writes what differs; --check only compares. With the embedded database, stop the program first.
  account recover LOGIN
      无人能登录或清除第二重验证时使用：给出新的初始密码，清除第二重验证和锁定，结束所有登录。
      Where nobody else can: prints a new first password, clears second factors and the lock, ends every session.
  journal verify [FILE] [--key FINGERPRINT] [--witness FILE]
      核验封存的操作日志：FILE 为导出文件（不需要数据库），不给则核验数据库。--key 只信任这些密钥，--witness 与另存的封存点核对。
      Verifies the sealed journal: an export (needs no database), or the database. --key trusts these keys only, --witness compares with heads kept elsewhere.
  journal export --output FILE
      导出操作日志，可离线核验。
      Exports the journal, to be verified without the program.
  journal prove ENTRY --output FILE
      导出一条日志的存证。
      Exports the proof that one entry stands in the journal.
  backup [--to FOLDER] [--keep N] [--without-keys]
      备份数据库、佐证文件和密钥，程序可以继续运行；--keep 只保留最近 N 份。
      Backs up the database, the evidence and the keys; the program may go on. --keep removes all but the newest N.
  backup check FOLDER
      逐个文件核对一份备份。
      Checks every file of a backup.
  doctor
      检查安装：数据目录、磁盘、数据库、密钥、日志、备份、监听地址等，逐项说明如何处理。有问题时退出码为 1。
      Looks over the installation and says of each thing what to do; ends with 1 where something is wrong.
  restore FOLDER [--keys FOLDER]
      恢复到空的数据目录（和空的外部数据库），并核验。
      Restores into an empty data folder (and an empty external database), and verifies.
  restore --archive FOLDER [--at 2026-11-23T08:00:00Z]
      从连续归档恢复到某一时刻（不给则到归档末尾）。
      Restores from the continuous archive to a moment, or as far as it reaches.
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
