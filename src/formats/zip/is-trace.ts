/** Whether a name is that of something a program left: hidden, a lock of Word, a picture cache, the second half of a file from a Mac. */
export function isTrace(name: string): boolean {
  return /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i.test(name)
}
