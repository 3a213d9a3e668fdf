import { sm3OfBytes } from '#web/_lib/sm3.ts'

/** A file that was taken and not sent. `place`: what it is put to; `digest`: SM3 of its content, so that nothing is kept twice. */
export interface KeptFile {
  readonly place: string
  readonly digest: string
  readonly name: string
  readonly type: string
  readonly bytes: ArrayBuffer
}

type Row = KeptFile & { readonly account: string }

const DATABASE = 'xiaohao'
const STORE = 'files'

/**
 * Keeps a file on this device for an account until the server has it, so that a reload, a closed browser or a lost connection loses nothing. Gives it with
 * whether it is kept: where the device has no room for it, it stands on the page alone.
 */
export async function keepFile(account: string, place: string, file: File): Promise<{ readonly kept: KeptFile; readonly isSafe: boolean }> {
  const bytes = await file.arrayBuffer()
  const kept = { place, digest: await sm3OfBytes(new Uint8Array(bytes)), name: file.name, type: file.type, bytes }
  const isSafe = await inStore('readwrite', (store) => store.put({ account, ...kept } satisfies Row)).then(
    () => true,
    () => false,
  )
  return { kept, isSafe }
}

/** What is kept of an account at places that begin so; nothing where the device keeps nothing. */
export async function keptFiles(account: string, place: string): Promise<readonly KeptFile[]> {
  const range = IDBKeyRange.bound([account, place], [account, `${place}\uffff`])
  return inStore<Row[]>('readonly', (store) => store.getAll(range)).catch(() => [])
}

/** The server has it, or will never take it. */
export async function dropFile(account: string, { place, digest }: Pick<KeptFile, 'place' | 'digest'>): Promise<void> {
  await inStore('readwrite', (store) => store.delete([account, place, digest])).catch(() => undefined)
}

/** Drops everything, or all but what one account keeps. */
export async function dropAllFiles(butOf: string | null = null): Promise<void> {
  const rows = await inStore<Row[]>('readonly', (store) => store.getAll()).catch((): Row[] => [])
  for (const row of rows) if (row.account !== butOf) await dropFile(row.account, row)
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T>
async function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown>
async function inStore(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const database = await opened()
  try {
    const transaction = database.transaction(STORE, mode)
    const request = ask(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      // an error aborts it as well
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('aborted')))
    })
    return request.result
  } finally {
    database.close()
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: ['account', 'place', 'digest'] }))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')))
  })
}
