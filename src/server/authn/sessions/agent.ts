/** Told by the first that is named: Edge calls itself Chrome as well, Chrome Safari. */
const BROWSERS = [
  ['Edge', /\bEdgA?\//],
  ['360', /\b(?:360SE|QHBrowser|QihooBrowser)\b/],
  ['Firefox', /\bFirefox\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const
const SYSTEMS = [
  ['HarmonyOS', /HarmonyOS|OpenHarmony/],
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
] as const

/** Browser and system of a user agent in two words, so that people know their own sessions; versions and models are not kept. */
export function agentOf(header: string | undefined): string {
  const text = header ?? ''
  const name = (list: readonly (readonly [string, RegExp])[]) => list.find(([, pattern]) => pattern.test(text))?.[0]
  return [name(BROWSERS), name(SYSTEMS)].filter((word) => word !== undefined).join(' · ')
}
