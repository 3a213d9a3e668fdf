/** Asks whoever is signed in to prove anew who they are; true: they did. */
type Ask = () => Promise<boolean>

let ask: Ask | null = null
let asked: Promise<boolean> | null = null

/** Says who asks: the dialog of the frame. Gives what takes it back. */
export function askBy(next: Ask): () => void {
  ask = next
  return () => {
    if (ask === next) ask = null
  }
}

/** Asks, once for however many requests wait for it; false where nobody can be asked, or the person would not. */
export function confirmIdentity(): Promise<boolean> {
  asked ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asked = null
  })
  return asked
}
