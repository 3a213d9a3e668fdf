/** The title of the browser's tab. */
export function PageTitle({ words }: { readonly words: string }) {
  return <title>{`${words} · 销号`}</title>
}
