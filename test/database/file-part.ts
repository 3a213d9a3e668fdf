/** The body of an upload: one file as the field `file` of a form. */
export function filePart(
  name: string,
  bytes: Uint8Array,
): { readonly headers: { readonly 'content-type': string }; readonly payload: Buffer } {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')])
  return { headers: { 'content-type': 'multipart/form-data; boundary=b' }, payload }
}
