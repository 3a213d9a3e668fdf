import type { client } from '#web/_lib/client.ts'

/** The typed API, loaded when it is first used: the first page goes without it. */
export async function api(): Promise<typeof client> {
  return (await import('#web/_lib/client.ts')).client
}
