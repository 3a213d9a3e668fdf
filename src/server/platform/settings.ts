import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { mailShape, type MailSettings, mailSettingsOf } from '#server/platform/mail-settings.ts'
import { type SignInSettings, signInSettingsOf, signInShape } from '#server/platform/sign-in-settings.ts'
import { Trouble } from '#server/platform/trouble.ts'

/** How the program was told to run: by environment, else by `settings.json` in the data folder, under the same names. */
export interface Settings {
  /** Folder of everything the program keeps. */
  readonly data: string
  readonly listen: { readonly host: string; readonly port: number }
  /** Where the metrics are served, on this machine only; null: nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null
  /** `warn`: what went wrong; `info`: a line for every answer too. */
  readonly log: 'warn' | 'info'
  /** An external PostgreSQL; null: the embedded one. */
  readonly databaseUrl: string | null
  readonly tls: { readonly cert: string; readonly key: string } | null
  /** Addresses or ranges of proxies in front, whose forwarded headers are believed. */
  readonly proxies: readonly string[]
  /** Folder of further fonts; null: those that come with the program. */
  readonly fonts: string | null
  /** Folder into which the embedded database's log and all that goes with it is put; null: none. */
  readonly archive: string | null
  /** A file outside of the data folder that keeps the journal's heads; null: none. */
  readonly witness: string | null
  /** The largest evidence that is taken, in bytes. */
  readonly largestEvidence: number
  /** A program that is given the path of every uploaded file and says whether there is malware in it; null: none. */
  readonly scanner: string | null
  readonly signIn: SignInSettings
  /** Where the daily digest is handed over; null: nowhere. */
  readonly mail: MailSettings | null
}

const LISTEN = /^(?<host>\[[0-9a-fA-F:]+\]|[^:[\]]+):(?<port>\d{1,5})$/
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1)$/
const LARGEST_PORT = 65_535
const DEFAULT_LISTEN = '127.0.0.1:8420'

const MB = 1024 ** 2
const DEFAULT_LARGEST_EVIDENCE_MB = '500'
const Megabytes = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, '1–99999')
  .transform((text) => Number(text) * MB)

const Listen = z.string().transform((text, context) => {
  const { host, port } = LISTEN.exec(text)?.groups ?? {}
  if (host !== undefined && Number(port) <= LARGEST_PORT) return { host: host.replaceAll(/^\[|\]$/g, ''), port: Number(port) }
  context.addIssue({ code: 'custom', message: 'HOST:PORT, 127.0.0.1:8420' })
  return z.NEVER
})

const Raw = z.object({
  XIAOHAO_LISTEN: Listen.optional(),
  XIAOHAO_METRICS: Listen.refine(({ host }) => LOOPBACK.test(host), '127.0.0.1:9420').optional(),
  XIAOHAO_LOG: z.enum(['warn', 'info'], 'warn | info').optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://USER:PASSWORD@HOST:5432/DATABASE')
    .optional(),
  XIAOHAO_TLS_CERT: z.string().refine(existsSync, 'a file that exists').optional(),
  XIAOHAO_TLS_KEY: z.string().refine(existsSync, 'a file that exists').optional(),
  XIAOHAO_PROXIES: z.string().optional(),
  XIAOHAO_LARGEST_EVIDENCE_MB: Megabytes.optional(),
  XIAOHAO_SCANNER: z.string().refine(existsSync, 'a program that exists').optional(),
  XIAOHAO_WITNESS: z.string().optional(),
  XIAOHAO_ARCHIVE: z.string().optional(),
  XIAOHAO_FONTS: z.string().refine(existsSync, 'a folder that exists').optional(),
  ...signInShape,
  ...mailShape,
})
const NAMES = Object.keys(Raw.shape)

/** Reads the settings; throws a trouble that names what is wrong. Relative paths start from the current folder. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const data = path.resolve(environment['XIAOHAO_DATA'] || 'data')
  const file = path.join(data, 'settings.json')
  const fromFile = existsSync(file) ? readFile(file) : {}
  const given = Object.fromEntries(NAMES.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])))
  const parsed = Raw.safeParse({ ...fromFile, ...given })
  if (!parsed.success) throw invalid(parsed.error, given, file)
  const raw = parsed.data
  const { XIAOHAO_TLS_CERT: cert, XIAOHAO_TLS_KEY: key } = raw
  if ((cert === undefined) !== (key === undefined)) throw halfTls(file)
  const signIn = signInSettingsOf(raw)
  if (typeof signIn === 'string') throw missing(signIn, file)
  const mail = mailSettingsOf(raw)
  if (typeof mail === 'string') throw missing(mail, file)
  return {
    data,
    listen: raw.XIAOHAO_LISTEN ?? Listen.parse(DEFAULT_LISTEN),
    metrics: raw.XIAOHAO_METRICS ?? null,
    log: raw.XIAOHAO_LOG ?? 'warn',
    databaseUrl: raw.DATABASE_URL ?? null,
    tls: cert !== undefined && key !== undefined ? { cert, key } : null,
    proxies: (raw.XIAOHAO_PROXIES ?? '').split(',').flatMap((part) => part.trim() || []),
    fonts: raw.XIAOHAO_FONTS ?? null,
    witness: raw.XIAOHAO_WITNESS ?? null,
    archive: raw.XIAOHAO_ARCHIVE === undefined ? null : path.resolve(raw.XIAOHAO_ARCHIVE),
    signIn,
    mail,
    scanner: raw.XIAOHAO_SCANNER ?? null,
    largestEvidence: raw.XIAOHAO_LARGEST_EVIDENCE_MB ?? Megabytes.parse(DEFAULT_LARGEST_EVIDENCE_MB),
  }
}

function readFile(file: string): Record<string, unknown> {
  const NamesOnly = z.strictObject(Object.fromEntries(NAMES.map((name) => [name, z.string().optional()])))
  try {
    return NamesOnly.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    const unknown = cause instanceof z.ZodError ? cause.issues.map(wordIssue).join('; ') : 'JSON'
    throw new Trouble({
      what: { zh: `settings.json 无法读取（${unknown}）。`, en: `settings.json cannot be read (${unknown}).` },
      where: file,
      cure: { zh: `请修正该文件；可用的名称：${NAMES.join('、')}。`, en: `correct the file; names known: ${NAMES.join(', ')}.` },
      cause,
    })
  }
}

function wordIssue(issue: z.core.$ZodIssue): string {
  return [...issue.path.map(String), ...('keys' in issue ? issue.keys : []), issue.message].join(' ')
}

function invalid(error: z.ZodError, given: object, file: string): Trouble {
  const name = String(error.issues[0]?.path[0] ?? '')
  return new Trouble({
    what: { zh: `设置 ${name} 的值不正确。`, en: `the setting ${name} is not valid.` },
    where: name in given ? `${name} (environment)` : `${name} (${file})`,
    cure: { zh: `应为：${error.issues[0]?.message ?? ''}`, en: `expected: ${error.issues[0]?.message ?? ''}` },
  })
}

function missing(name: string, file: string): Trouble {
  return new Trouble({
    what: { zh: `设置不完整：还需要 ${name}。`, en: `the settings are incomplete: ${name} is needed as well.` },
    where: `${name} (environment, ${file})`,
    cure: {
      zh: '请补上这一项；各项含义见操作手册。',
      en: 'add it; what each means stands in the operator’s guide.',
    },
  })
}

function halfTls(file: string): Trouble {
  return new Trouble({
    what: { zh: 'TLS 证书与私钥必须同时给出。', en: 'a TLS certificate and its key must be given together.' },
    where: `XIAOHAO_TLS_CERT, XIAOHAO_TLS_KEY (environment, ${file})`,
    cure: { zh: '请同时设置两项，或都不设置。', en: 'set both, or neither.' },
  })
}
