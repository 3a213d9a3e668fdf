import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { COMPILED } from '#test/reliability/program.ts'
import type { Done } from '#test/reliability/writer.ts'

type Rows = (text: string) => Promise<Record<string, unknown>[]>

const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts')

/** What is wrong after whatever happened: acknowledged and lost, there twice, in the journal and not done, without its bytes. Empty where all is well. */
export async function wrongWith(ask: Rows, data: string, done: readonly Done[], open: readonly string[]): Promise<readonly string[]> {
  const wrong: string[] = []
  const times = new Map<string, number>()
  const count = async (text: string) => {
    for (const row of await ask(text)) times.set(String(row['mark']), (times.get(String(row['mark'])) ?? 0) + Number(row['n']))
  }
  await count("SELECT replace(file_name, '.txt', '') AS mark, count(*) AS n FROM plan_import GROUP BY 1")
  await count("SELECT field_values ->> 'topic' AS mark, count(*) AS n FROM record_revision GROUP BY 1")
  await count(
    "SELECT replace(name, '.txt', '') AS mark, count(*) AS n FROM evidence JOIN stored_file ON stored_file.id = file_id GROUP BY 1",
  )
  for (const { kind, mark } of done)
    if (times.get(mark) !== 1) wrong.push(`${kind} ${mark} was acknowledged and is there ${times.get(mark) ?? 0} times`)
  for (const mark of open) if ((times.get(mark) ?? 0) > 1) wrong.push(`${mark} was not acknowledged and is there ${times.get(mark)} times`)

  // state and journal say the same
  const pairs = [
    ['record.enter', 'SELECT count(*) AS n FROM record_revision WHERE revision = 1'],
    ['record.correct', 'SELECT count(*) AS n FROM record_revision WHERE revision > 1'],
    ['import.start', 'SELECT count(*) AS n FROM plan_import'],
    ['evidence.upload', 'SELECT count(*) AS n FROM evidence'],
  ] as const
  for (const [verb, text] of pairs) {
    const [entries] = await ask(`SELECT count(*) AS n FROM journal_entry WHERE verb = '${verb}' AND result = 'done'`)
    const [rows] = await ask(text)
    if (entries?.['n'] !== rows?.['n']) wrong.push(`${verb}: ${String(entries?.['n'])} entries of the journal, ${String(rows?.['n'])} rows`)
  }
  const loose = await ask(
    "SELECT count(*) AS n FROM plan_import WHERE state = 'done' AND plan_id NOT IN (SELECT plan_id FROM plan_document)",
  )
  if (loose[0]?.['n'] !== '0') wrong.push(`${String(loose[0]?.['n'])} imports without their plan`)

  for (const row of await ask('SELECT jurisdiction_id, sha256 FROM stored_file')) {
    const sha256 = String(row['sha256'])
    const place = path.join(data, 'files', String(row['jurisdiction_id']), sha256.slice(0, 2), sha256)
    const found = globSync(place).length === 0 ? '' : createHash('sha256').update(readFileSync(place)).digest('hex')
    if (found !== sha256) wrong.push(`the bytes of ${sha256} are ${found === '' ? 'gone' : 'others'}`)
  }
  const cut = globSync(path.join(data, 'files', 'incoming', '*'))
  if (cut.length > 0) wrong.push(`uploads that were cut off are still there: ${cut.join(', ')}`)
  return wrong
}

/** Runs a command of the program on an installation that is stopped; gives its exit code and what it printed. */
export function command(
  data: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
    env: { PATH: process.env['PATH'], ...COMPILED, XIAOHAO_DATA: data, ...env },
    encoding: 'utf8',
  })
  return { code: status, output: stdout + stderr }
}
