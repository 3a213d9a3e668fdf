/** Files by name, to be opened. */
export function PhotoLinks({ photos }: { readonly photos: readonly { readonly evidence: string; readonly name: string }[] }) {
  return photos.length === 0 ? null : (
    <span className="insp-photos">
      {photos.map(({ evidence, name }) => (
        <a key={evidence} href={`/api/evidence/${evidence}/file`} target="_blank" rel="noreferrer">
          {name}
        </a>
      ))}
    </span>
  )
}
