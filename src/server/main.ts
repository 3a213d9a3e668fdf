import { enableCompileCache, flushCompileCache } from 'node:module'
import path from 'node:path'

// what Node compiled once it need not compile at the next start; beside the packages, where nobody else can write
enableCompileCache(path.join(import.meta.dirname, '../../node_modules/.cache/compiled'))
const { run } = await import('#server/run.ts')
await run()
flushCompileCache()
