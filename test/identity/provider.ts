import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

/** A provider of identities on this machine. */
export interface RunningProvider {
  readonly issuer: string
  readonly close: () => Promise<void>
}

export const CLIENT = 'xiaohao'
export const CLIENT_SECRET = 'a-secret-of-forty-characters-and-some-more'
export const ADDRESS = 'http://127.0.0.1:8420'

/** Starts a certified provider, whose login page takes any name. */
export async function startProvider(): Promise<RunningProvider> {
  const server = createServer()
  const issuer = await listen(server)
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${ADDRESS}/sign-in/return`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, email: 'somebody@court.example' }) }),
  })
  const handle = provider.callback()
  server.on('request', (request, response) => void handle(request, response))
  return { issuer, close: () => close(server) }
}

/** Goes through the provider's pages as a browser would, and gives the query that it sends back. */
export async function walkThrough(start: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let [url, form]: [string, URLSearchParams | null] = [start, null]
  for (let step = 0; step < 12; step += 1) {
    const headers = { cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ') }
    const answer = await fetch(url, { redirect: 'manual', headers, ...(form === null ? {} : { method: 'POST', body: form }) })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    form = null
    if (location === null) {
      const prompt = /name="prompt" value="(\w+)"/.exec(await answer.text())?.[1]
      if (prompt === undefined) throw new Error(`the provider answered ${answer.status} at ${url}`)
      form = new URLSearchParams({ prompt, login, password: 'any' })
    } else {
      url = new URL(location, url).href
      if (url.startsWith(ADDRESS)) return new URL(url).search.slice(1)
    }
  }
  throw new Error('the provider does not come to an end')
}

/** Starts a server of HTTP on a free port of this machine and gives its address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** Stops it, connections and all. */
export async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
