import type { OfficialBlock } from '#formats/docx/official-document.ts'
import { writeOfficial } from '#formats/docx/write-official.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** An official document as an editable .docx, called by its title. */
export async function officialFile(
  blocks: readonly OfficialBlock[],
  { title, by }: { readonly title: string; readonly by: string },
): Promise<File> {
  const bytes = new Uint8Array(await writeOfficial(blocks, { title, author: by }))
  return new File([bytes], `${title.replace(/[\\/:*?"<>|]/g, '')}.docx`, { type: TYPE })
}
