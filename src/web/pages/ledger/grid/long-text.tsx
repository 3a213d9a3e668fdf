/** A cell of several lines: cut after the last line that fits, whole in the side panel. */
export function LongText({ value }: { readonly value: string | undefined }) {
  return <span className="long">{value}</span>
}
