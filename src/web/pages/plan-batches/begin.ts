import { MOST_FILES } from '#core/plan-batch/plan-batch.ts'
import { client } from '#web/_lib/client.ts'
import { documentsIn, type GivenFile, sendAll, sendArchive } from './sending.ts'

/** A batch that has begun, or how many documents there were: none, or more than one batch takes. */
type Begun = { readonly batchId: string } | { readonly batchId: null; readonly count: number }

/** Begins a batch of what was given: an archive is sent whole, other files go on being sent while the person looks at other pages. */
export async function beginBatch(given: readonly GivenFile[], onSent: (share: number) => void): Promise<Begun> {
  const [only] = given
  if (only !== undefined && given.length === 1 && isArchive(only.file)) return { batchId: await sendArchive(only.file, onSent) }
  const documents = documentsIn(given)
  if (documents.length === 0 || documents.length > MOST_FILES) return { batchId: null, count: documents.length }
  const { id } = await client.planBatch.begin({ name: nameOf(documents), expected: documents.length })
  void sendAll(id, documents, [])
  return { batchId: id }
}

function isArchive({ name }: File): boolean {
  return /\.zip$/i.test(name)
}

/** The folder that all of them lie in, else the first of them. */
function nameOf(files: readonly GivenFile[]): string {
  const first = files[0]?.path ?? ''
  const folder = first.includes('/') ? first.slice(0, first.indexOf('/')) : null
  const isShared = folder !== null && files.every(({ path }) => path.startsWith(`${folder}/`))
  return (isShared ? folder : first).slice(0, 200)
}
