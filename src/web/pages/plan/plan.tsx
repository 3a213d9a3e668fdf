export function Plan() {
  return <p>…</p>
}
