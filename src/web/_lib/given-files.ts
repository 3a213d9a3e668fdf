/** What was dropped, folders gone through. Call it while the event runs: afterwards the browser forgets. */
export function droppedFiles(items: DataTransferItemList): Promise<readonly { readonly path: string; readonly file: File }[]> {
  const given = [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }))
  // what comes from no folder of the machine has no entry
  return Promise.all(given.map(async ({ entry, file }) => (entry === null ? alone(file) : inEntry(entry)))).then((lists) => lists.flat())
}

/** Files chosen by a file dialog; of a chosen folder with their paths in it. */
export function chosenFiles(files: FileList | null): readonly { readonly path: string; readonly file: File }[] {
  return [...(files ?? [])].map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
}

function alone(file: File | null): readonly { readonly path: string; readonly file: File }[] {
  return file === null ? [] : [{ path: file.name, file }]
}

async function inEntry(entry: FileSystemEntry): Promise<readonly { readonly path: string; readonly file: File }[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const found: FileSystemEntry[] = []
  // a reader gives a hundred at a time, and none at the end
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) break
    found.push(...some)
  }
  return (await Promise.all(found.map(inEntry))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
