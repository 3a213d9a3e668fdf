/** What a layer may import. */
interface Layer {
  /** Other layers of ours. */
  readonly layers: readonly string[]
  /** Packages from outside; a name counts for all below it. */
  readonly packages: readonly string[]
  /** Whether Node's own modules are there. */
  readonly node: boolean
}

/** The table of docs/architecture.md. Whatever is not in it is denied: a new folder below src, a new package, a new way between layers. */
export const layers: Readonly<Record<string, Layer>> = {
  core: { layers: [], packages: ['zod'], node: false },
  compiler: { layers: ['core'], packages: ['zod'], node: false },
  contract: { layers: ['core'], packages: ['zod', '@orpc/contract'], node: false },
  formats: { layers: ['core'], packages: ['zod', 'saxes', 'fflate', 'markdown-it', 'parse5', 'pdfjs-dist', 'exceljs', 'docx'], node: true },
  server: {
    layers: ['core', 'compiler', 'contract', 'formats'],
    packages: [
      'zod',
      'kysely',
      'ldapts',
      'nodemailer',
      'openid-client',
      'pg',
      'pg-boss',
      'pg-copy-streams',
      'fastify',
      '@fastify',
      '@orpc/server',
      '@orpc/openapi',
      '@orpc/zod',
      '@node-rs/argon2',
      'sm-crypto-v2',
    ],
    node: true,
  },
  cli: { layers: ['core', 'compiler', 'formats', 'server'], packages: ['zod'], node: true },
  web: {
    layers: ['core', 'contract'],
    packages: [
      'qr',
      'react',
      'react-dom',
      '@tanstack',
      'antd',
      'dayjs',
      'ag-grid-community',
      'ag-grid-react',
      '@orpc/client',
      '@orpc/openapi-client',
      '@orpc/contract',
      'sm-crypto-v2',
      'zod',
    ],
    node: false,
  },
}

/** What tests may import beyond their own layer. */
export const forTests: Layer = { layers: ['test'], packages: ['vitest', 'fast-check', 'fflate', 'docx', 'exceljs', 'fastify'], node: true }
