import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { Client, Filter, InvalidCredentialsError } from 'ldapts'
import { AppError } from '#server/platform/errors.ts'
import type { DirectorySettings } from '#server/platform/sign-in-settings.ts'

/** 目录: knows passwords of its own. */
export interface Directory {
  /** Whether the password is that of the person with this name in the directory. UNAVAILABLE: it does not answer. */
  readonly fits: (subject: string, password: string) => Promise<boolean>
}

const TIMEOUT_MS = 5000

export function openDirectory({ url, isStartTls, base, attribute, user, passwordFile, ca }: DirectorySettings): Directory {
  const searcher = passwordFile === null ? '' : readFileSync(passwordFile, 'utf8').replace(/\r?\n$/, '')
  const authority = ca === null ? {} : { ca: readFileSync(ca) }
  const isTls = url.startsWith('ldaps:')
  const host = new URL(url).hostname.replaceAll(/[[\]]/g, '')

  const withClient = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ url, timeout: TIMEOUT_MS, connectTimeout: TIMEOUT_MS, ...(isTls ? { tlsOptions: authority } : {}) })
    try {
      if (isStartTls) await client.startTLS({ ...authority, host, ...(isIP(host) === 0 ? { servername: host } : {}) })
      return await work(client)
    } finally {
      await client.unbind().catch(() => undefined)
    }
  }
  const find = (subject: string): Promise<string | null> =>
    withClient(async (client) => {
      if (user !== null) await client.bind(user, searcher)
      const filter = `(${attribute}=${Filter.escape(subject)})`
      const { searchEntries } = await client.search(base, { scope: 'sub', filter, attributes: ['1.1'], sizeLimit: 2 })
      return searchEntries.length === 1 ? (searchEntries[0]?.dn ?? null) : null
    })

  return {
    async fits(subject, password) {
      // a bind without a password succeeds as nobody (RFC 4513, 5.1.2)
      if (password === '' || subject === '') return false
      try {
        const dn = await find(subject)
        if (dn === null) return false
        return await withClient(async (client) => isBound(client, dn, password))
      } catch (cause) {
        throw new AppError('UNAVAILABLE', undefined, { cause })
      }
    },
  }
}

async function isBound(client: Client, dn: string, password: string): Promise<boolean> {
  try {
    await client.bind(dn, password)
    return true
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return false
    throw error
  }
}
