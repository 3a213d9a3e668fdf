import { SMTPServer } from 'smtp-server'

/** A message as it came in: to whom, and all of it as text. */
export interface Received {
  readonly to: string
  readonly raw: string
}

/** A mail server on loopback that keeps what it is handed. While `refuses` it takes nothing. */
export interface MailServer {
  readonly port: number
  readonly received: Received[]
  refuses: boolean
  readonly close: () => Promise<void>
}

/** Starts one, without TLS: it is on this machine. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = []
  const state = { refuses: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, done) => done(state.refuses ? new Error('451 mailbox busy') : null),
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received,
    get refuses() {
      return state.refuses
    },
    set refuses(value) {
      state.refuses = value
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Subject and text of a message of plain text. */
export function readMail({ raw }: Received): { readonly subject: string; readonly text: string } {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1] ?? ''
  const encoding = header('Content-Transfer-Encoding')
  const text = body.join('\r\n\r\n')
  return {
    subject: decodeWords(header('Subject')),
    text: encoding === 'base64' ? Buffer.from(text, 'base64').toString() : decodeQuoted(text),
  }
}

function decodeWords(words: string): string {
  return words
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' ')),
    )
}

function decodeQuoted(text: string): string {
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
