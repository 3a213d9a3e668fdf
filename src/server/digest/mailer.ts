import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import type { MailSettings } from '#server/platform/mail-settings.ts'

/** A message, as plain text. `id`: the same for the same message, so that one handed over twice can be told. */
interface Message {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly id: string
}

/** Hands messages over; throws where the server does not take one. */
export interface Mailer {
  readonly send: (message: Message) => Promise<void>
  readonly close: () => void
}

const PATIENCE_MS = 15_000

/** Opens the way to the mail server that is set. Nothing is sent over a plain connection to another machine. */
export function openMailer(settings: MailSettings): Mailer {
  const { host, port, isTls, isLoopback, user, passwordFile, ca, from } = settings
  const transport = createTransport({
    host,
    port,
    secure: isTls,
    requireTLS: !isTls && !isLoopback,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === null ? {} : { auth: { user, pass: passwordFile === null ? '' : readFileSync(passwordFile, 'utf8').trim() } }),
    ...(ca === null ? {} : { tls: { ca: readFileSync(ca, 'utf8') } }),
  })
  const domain = from.slice(from.indexOf('@') + 1)
  return {
    async send({ to, subject, text, id }) {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>`, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
    close: () => transport.close(),
  }
}
