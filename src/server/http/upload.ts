import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { can, type Permission } from '#core/access/policy.ts'
import { scan } from '#server/files/scan.ts'
import type { Files, ReceivedFile } from '#server/files/store.ts'
import type { RequestContext } from '#server/http/implementer.ts'
import { type Parts, signedInContextOf } from '#server/http/request-context.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Context } from '#server/verb/context.ts'

/** A route that takes one file, sent as the field `file` of a form. */
export interface UploadRoute {
  /** Below `/api`. */
  readonly path: string
  /** Asked before a byte is read, and once more by the verb. */
  readonly permission: Permission
  /** The verb: keeps the file (`storeFile`) or not, and gives the answer. What it does not keep is dropped. */
  readonly take: (context: RequestContext & Context, file: ReceivedFile, name: string, asked: Asked) => Promise<object>
  /** Whether it takes files as large as evidence may be; others as large as the readers take. */
  readonly isEvidence?: boolean
  /** Bytes, where it takes larger files than the readers do. */
  readonly largest?: number
}

/** What stands in the address: parameters of the path and of the query. */
type Asked = Readonly<Record<string, string>>

const LARGEST_UPLOAD = 50 * 1024 ** 2
const LARGEST_EVIDENCE = 500 * 1024 ** 2
const LONGEST_NAME = 255

/**
 * Mounts routes that take files, which go to the disk as they come. INVALID names `file` with `missing`, `empty`, `incomplete` or `too-large` (50 MiB, what the
 * readers take; evidence: `largestEvidence` bytes), `infected` or `not-scanned`
 * (the scanner of the settings did not answer: what was not looked at is not taken).
 */
export async function mountUploads(
  app: FastifyInstance,
  parts: Parts,
  routes: readonly UploadRoute[],
  { largestEvidence = LARGEST_EVIDENCE, scanner = null }: { readonly largestEvidence?: number; readonly scanner?: string | null } = {},
): Promise<void> {
  await app.register(multipart, { limits: { fileSize: LARGEST_UPLOAD, files: 1, fields: 0, parts: 1 }, throwFileSizeLimit: false })
  for (const { path, permission, take, isEvidence = false, largest: own = LARGEST_UPLOAD } of routes) {
    const largest = isEvidence ? largestEvidence : own
    app.post(path, { bodyLimit: largest + 1024 ** 2 }, async (request, reply) => {
      const context = await signedInContextOf(request, reply, parts)
      if (!can(context.actor, permission)) throw new AppError('FORBIDDEN')
      const { part, file } = await receive(request, parts.files, largest).catch((error: unknown) => {
        throw isCutOff(error) ? invalid('incomplete') : error
      })
      try {
        if (part.file.truncated) throw invalid('too-large', { limit: `${Math.floor(largest / 1024 ** 2)} MB` })
        if (file.bytes === 0) throw invalid('empty')
        const scanned = await scan(file, scanner)
        if (scanned !== 'clean') throw invalid(scanned)
        return await take(context, file, cleanName(part.filename), askedIn(request))
      } finally {
        await file.drop()
      }
    })
  }
}

async function receive(request: FastifyRequest, files: Files, largest: number): Promise<{ part: MultipartFile; file: ReceivedFile }> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: largest } }) : undefined
  if (!part || part.fieldname !== 'file') throw invalid('missing')
  return { part, file: await files.receive(part.file) }
}

/** The sender went away, or the form ended within the file. */
function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? error.code : ''
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || /unexpected end of multipart data/i.test(error.message)
}

function invalid(code: string, params?: Readonly<Record<string, string>>): AppError {
  return new AppError('INVALID', { fields: [{ path: ['file'], code, ...(params === undefined ? {} : { params }) }] })
}

function askedIn({ params, query }: FastifyRequest): Asked {
  const words = [params, query].flatMap((each) => (typeof each === 'object' && each !== null ? Object.entries(each) : []))
  return Object.fromEntries(words.filter((word): word is [string, string] => typeof word[1] === 'string'))
}

/** The last part of a path, without control and direction characters. */
function cleanName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  return last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(-LONGEST_NAME) || 'file'
}
