/** What was typed and not sent: kept for the account in this tab until it is sent or dropped, so that a reload or a lost connection loses nothing. */
const PREFIX = 'kept:'

function keyOf(account: string, name: string): string {
  return `${PREFIX}${account}:${name}`
}

/** What was kept under a name; undefined where nothing was, or it cannot be read. */
export function readKept(account: string, name: string): unknown {
  const text = sessionStorage.getItem(keyOf(account, name))
  if (text === null) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

export function keep(account: string, name: string, value: unknown): void {
  try {
    sessionStorage.setItem(keyOf(account, name), JSON.stringify(value))
  } catch {
    // no room: what is typed still stands on the page
  }
}

export function dropKept(account: string, name: string): void {
  sessionStorage.removeItem(keyOf(account, name))
}

/** Drops everything, or all but what one account typed. */
export function dropAllKept(butOf: string | null = null): void {
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith(PREFIX) && (butOf === null || !key.startsWith(keyOf(butOf, '')))) sessionStorage.removeItem(key)
}
