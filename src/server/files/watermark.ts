import type { Table } from '#formats/xlsx/table.ts'
import { timeInShanghai } from '#server/platform/clock.ts'
import type { Context } from '#server/verb/context.ts'

/** 导出标识: who took the table out, when, and under which number of the journal; it stands below the title and on every printed page. */
export function watermarked(table: Table, { actor, now, requestId }: Pick<Context, 'actor' | 'now' | 'requestId'>): Table {
  const mark = `导出：${actor.name}　${timeInShanghai(now)}　编号 ${requestId}`
  return { ...table, subtitle: `${table.subtitle}　${mark}`, mark }
}
