import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import path from 'node:path'

const SLAPD = '/usr/sbin/slapd'
/** Whether a directory can be started here. */
export const hasSlapd = existsSync(SLAPD) && spawnSync('openssl', ['version']).status === 0
if (!hasSlapd) console.warn('skipped: OpenLDAP (slapd) or openssl is not installed')

/** A directory with alice and bob below `ou=people,dc=court,dc=example`, and a searcher. */
export interface RunningDirectory {
  readonly plain: string
  readonly tls: string
  /** The authority of its certificate. */
  readonly ca: string
  readonly searcher: { readonly user: string; readonly passwordFile: string }
  /** How often somebody tried to bind as this person. */
  readonly binds: (uid: string) => number
  readonly close: () => Promise<void>
}

export const BASE = 'dc=court,dc=example'
export const ALICE = 'Alice#Directory-1'

/** Starts OpenLDAP on free ports of this machine, in a folder of its own. */
export async function startDirectory(): Promise<RunningDirectory> {
  const folder = mkdtempSync('/tmp/xiaohao-slapd-')
  const file = (name: string) => path.join(folder, name)
  mkdirSync(file('data'))
  makeCertificate(folder)
  writeFileSync(file('password'), 'searching')
  writeFileSync(file('slapd.conf'), configuration(folder))
  writeFileSync(file('people.ldif'), people())
  execFileSync(SLAPD.replace('slapd', 'slapadd'), ['-f', file('slapd.conf'), '-l', file('people.ldif')], { stdio: 'ignore' })
  const [plainPort, tlsPort] = [await freePort(), await freePort()]
  const [plain, tls] = [`ldap://127.0.0.1:${plainPort}`, `ldaps://127.0.0.1:${tlsPort}`]
  let log = ''
  const child = spawn(SLAPD, ['-d', 'stats', '-f', file('slapd.conf'), '-h', `${plain} ${tls}`], { stdio: ['ignore', 'ignore', 'pipe'] })
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  await answering(plainPort)
  return {
    plain,
    tls,
    ca: file('certificate.pem'),
    searcher: { user: `cn=searcher,${BASE}`, passwordFile: file('password') },
    binds: (uid) => log.split(`BIND dn="uid=${uid},ou=people,${BASE}" method=`).length - 1,
    async close() {
      await ended(child)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', path.join(folder, 'key.pem'), '-out', path.join(folder, 'certificate.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], { stdio: 'ignore' })
}

function configuration(folder: string): string {
  return `include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
modulepath /usr/lib/ldap
moduleload back_mdb
TLSCertificateFile ${folder}/certificate.pem
TLSCertificateKeyFile ${folder}/key.pem
# an empty password binds as nobody, as many directories have it
allow bind_anon_dn bind_anon_cred
database mdb
suffix "${BASE}"
rootdn "cn=admin,${BASE}"
directory ${folder}/data
access to attrs=userPassword by anonymous auth by * none
access to * by dn.exact="cn=searcher,${BASE}" read by * none
`
}

function people(): string {
  const person = (uid: string, password: string) =>
    `dn: uid=${uid},ou=people,${BASE}\nobjectClass: inetOrgPerson\ncn: ${uid}\nsn: ${uid}\nmail: zhangsan@court.example\nuserPassword: ${password}\n`
  return [
    `dn: ${BASE}\nobjectClass: dcObject\nobjectClass: organization\no: court\ndc: court\n`,
    `dn: ou=people,${BASE}\nobjectClass: organizationalUnit\nou: people\n`,
    `dn: cn=searcher,${BASE}\nobjectClass: organizationalRole\nobjectClass: simpleSecurityObject\ncn: searcher\nuserPassword: searching\n`,
    person('alice', ALICE),
    person('bob', 'Bob#Directory-1'),
  ].join('\n')
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false))
      socket.once('close', () => resolve(false))
      setTimeout(() => socket.destroy(), 100)
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('slapd does not answer')
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

function ended(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve()
  const end = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return end
}
