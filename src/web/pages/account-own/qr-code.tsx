import { encodeQR } from 'qr'

/** A square code (ISO/IEC 18004), drawn here: nothing of it leaves the browser. */
export function QrCode({ words, label }: { readonly words: string; readonly label: string }) {
  const rows = encodeQR(words, 'raw', { border: 3 })
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg className="qr" role="img" aria-label={label} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges">
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
