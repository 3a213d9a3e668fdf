import type { Outline } from '#compiler/outline/outline.ts'
import type { Clause } from '#core/draft/clause.ts'
import type { Scope } from '#core/draft/reading.ts'

const duty = '(?:[^,。;]{0,4}第一|[^,。;]{0,8}(?:主体|领导|监督|直接|分管)?)(?:责任|职责)(?:人|清单|任务)?$'
const headings: readonly (readonly [Scope, RegExp])[] = [
  ['per-member', new RegExp(`(?:班子(?:其他)?成员|党组(?:其他)?成员|分管领导|班子副职)[^,。;]{0,10}(?:责任|职责|双责)[^,。;]{0,4}$`)],
  ['leader', new RegExp(`^(?:党组|党委|党支部|党总支|工委)?(?:书记|主要负责(?:人|同志)|院长|检察长|局长|主任)${duty}`)],
]

/** Whom all below a heading binds: 二、党组书记第一责任; 三、班子成员“一岗双责”. By clause id. */
export function headingScopes(folded: string, outline: Outline): ReadonlyMap<Clause['id'], Scope> {
  const titles = new Map(
    outline.passages.filter(({ role }) => role === 'title').map(({ clause, span }) => [clause, folded.slice(span.start, span.end)]),
  )
  const scopes = new Map<Clause['id'], Scope>()
  for (const { id, parent } of outline.clauses) {
    const title = (titles.get(id) ?? '').replaceAll(/[\s“”"]/g, '')
    const scope = headings.find(([, pattern]) => pattern.test(title))?.[0] ?? (parent === null ? undefined : scopes.get(parent))
    if (scope !== undefined) scopes.set(id, scope)
  }
  return scopes
}
