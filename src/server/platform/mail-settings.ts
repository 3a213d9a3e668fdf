import { existsSync } from 'node:fs'
import * as z from 'zod'

/** Where the daily digest is handed over. `isTls`: from the first byte; else TLS is begun on the way, and demanded of other machines. */
export interface MailSettings {
  readonly host: string
  readonly port: number
  readonly isTls: boolean
  readonly isLoopback: boolean
  readonly user: string | null
  readonly passwordFile: string | null
  readonly ca: string | null
  readonly from: string
  /** The hour, in Shanghai, from which it goes out on work days. */
  readonly hour: number
  /** Where people reach the program; null: nobody said so, then messages have no links. */
  readonly address: string | null
}

const SERVER = /^(?<kind>smtps?):\/\/(?<host>[\w.-]+|\[[0-9a-fA-F:]+\])(?::(?<port>\d{1,5}))?$/
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/
const USUAL_HOUR = 8
const File = z.string().refine(existsSync, 'a file that exists')

/** The names of these settings, each as text. */
export const mailShape = {
  XIAOHAO_MAIL: z.string().regex(SERVER, 'smtps://HOST:465, smtp://HOST:587').optional(),
  XIAOHAO_MAIL_FROM: z.email('NAME@HOST').optional(),
  XIAOHAO_MAIL_USER: z.string().optional(),
  XIAOHAO_MAIL_PASSWORD_FILE: File.optional(),
  XIAOHAO_MAIL_CA: File.optional(),
  XIAOHAO_DIGEST_HOUR: z
    .string()
    .regex(/^(?:1?\d|2[0-3])$/, '0–23')
    .optional(),
}

/** Reads them; null: no mail server is set. A text names the setting that is missing. */
export function mailSettingsOf(
  raw: { readonly [Name in keyof typeof mailShape]?: string | undefined } & { readonly XIAOHAO_ADDRESS?: string | undefined },
): MailSettings | null | 'XIAOHAO_MAIL_FROM' {
  const { kind, host, port } = SERVER.exec(raw.XIAOHAO_MAIL ?? '')?.groups ?? {}
  if (host === undefined) return null
  if (raw.XIAOHAO_MAIL_FROM === undefined) return 'XIAOHAO_MAIL_FROM'
  const isTls = kind === 'smtps'
  return {
    host: host.replaceAll(/^\[|\]$/g, ''),
    port: port === undefined ? (isTls ? 465 : 587) : Number(port),
    isTls,
    isLoopback: LOOPBACK.test(host),
    user: raw.XIAOHAO_MAIL_USER ?? null,
    passwordFile: raw.XIAOHAO_MAIL_PASSWORD_FILE ?? null,
    ca: raw.XIAOHAO_MAIL_CA ?? null,
    from: raw.XIAOHAO_MAIL_FROM,
    hour: Number(raw.XIAOHAO_DIGEST_HOUR ?? USUAL_HOUR),
    address: raw.XIAOHAO_ADDRESS?.replace(/\/$/, '') ?? null,
  }
}
