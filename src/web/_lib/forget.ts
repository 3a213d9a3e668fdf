/** Forgets all that was loaded: whoever signs in next sees nothing of it. */
export async function forgetAll(): Promise<void> {
  const { queries } = await import('#web/_lib/query.ts')
  queries.clear()
}
