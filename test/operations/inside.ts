import { spawn, spawnSync } from 'node:child_process'
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

// what a test does inside of a network of its own, which has loopback and nothing else: starts the unpacked program, uses it, stops it, and
// prints what it saw. Run by the Node of the bundle: node inside.ts HOME PORT
const [home = '', port = ''] = process.argv.slice(2)
const url = `http://127.0.0.1:${port}`
const account = { login: 'zhangsan', password: 'Correct#Horse9' }
const env = { ...process.env, XIAOHAO_LISTEN: `127.0.0.1:${port}` }

let output = ''
const program = spawn(path.join(home, 'xiaohao'), [], { cwd: '/', env, stdio: ['ignore', 'pipe', 'pipe'] })
for (const stream of [program.stdout, program.stderr]) stream.on('data', (chunk: Buffer) => void (output += chunk.toString()))
const ended = new Promise<number | null>((resolve) => program.once('exit', resolve))
for (let waited = 0; !/^销号 xiaohao: .*\n/m.test(output) && program.exitCode === null && waited < 90_000; waited += 100) await sleep(100)

const post = (where: string, body: string | FormData, headers: Record<string, string> = {}) =>
  fetch(url + where, { method: 'POST', body, headers })
const json = { 'content-type': 'application/json' }
const token = /^setup: \S+\/setup#(\S+)$/m.exec(output)?.[1] ?? null
if (token !== null) await post('/api/setup', JSON.stringify({ token, jurisdiction: '某市中级人民法院', name: '张三', ...account }), json)
const signedIn = await post('/api/session', JSON.stringify(account), json)
const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const page = await (await fetch(`${url}/`)).text()
const asset = /\/assets\/[^"]+\.js/.exec(page)?.[0] ?? '/none.js'
const form = new FormData()
form.append('file', new File(['方案\n\n一、加强学习\n1.每年组织集中学习12次。牵头单位：政治部。\n'], '方案.txt'))
const imported = await post('/api/imports', form, { cookie })
const plans = async () => (await (await fetch(`${url}/api/plans`, { headers: { cookie } })).text()).split('"id"').length - 1
const before = await plans()
for (let waited = 0; (await plans()) <= before && waited < 30_000; waited += 200) await sleep(200)

const doctor = spawnSync(path.join(home, 'xiaohao'), ['doctor'], { encoding: 'utf8', env })
const backup = spawnSync(path.join(home, 'xiaohao'), ['backup', '--to', path.join(home, 'backups')], { encoding: 'utf8', env })
const seen = {
  interfaces: Object.keys(networkInterfaces()),
  outside: await fetch('http://192.0.2.1/').then(
    () => 'reached',
    () => 'not reached',
  ),
  wasSetUp: token !== null,
  statuses: [signedIn.status, (await fetch(url + asset)).status, imported.status],
  plans: await plans(),
  doctor: doctor.status,
  backup: backup.status,
}
program.kill('SIGTERM')
console.log(JSON.stringify({ ...seen, end: await ended, output }))
