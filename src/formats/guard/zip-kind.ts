import { packageKind } from '#formats/docx/open-package.ts'
import type { FileKind } from '#core/document/file-error.ts'
import type { Zip } from '#formats/zip/open-zip.ts'

/** What an archive holds. */
export function zipKind(zip: Zip): FileKind {
  if (zip.paths.has('[content_types].xml')) return packageKind(zip)
  if (zip.paths.has('ofd.xml')) return 'ofd'
  return zip.paths.has('mimetype') && zip.paths.has('content.xml') ? 'odf' : 'zip'
}
