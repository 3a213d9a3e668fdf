import { evidenceName, type FrozenFile } from '#server/closure/file.ts'

const STATES: Readonly<Record<string, string>> = {
  met: '已完成',
  waived: '免予要求',
  open: '进行中',
  short: '未完成',
  missed: '未开展',
  upcoming: '未开始',
}
const STEPS: Readonly<Record<string, string>> = {
  request: '申请',
  agree: '同意',
  return: '退回',
  withdraw: '撤回',
  'add-signer': '加签',
  meeting: '会议决定',
  reopen: '重新打开',
}

/** 卷宗目录 as a page of its own. Official documents are Chinese. */
export function closureIndex({ commitment, stage, occurrences, records, steps }: FrozenFile, digest: string): string {
  const title = `销号卷宗 ${commitment.ref}${stage === '' ? '' : `（${stage}）`}`
  const rows = (cells: readonly (readonly string[])[], head: readonly string[]): string =>
    `<table><tr>${head.map((each) => `<th>${escaped(each)}</th>`).join('')}</tr>${cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title>
<style>body{font:16px/1.7 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top}</style>
<h1>${escaped(title)}</h1><p>${escaped(commitment.plan)}</p><blockquote>${escaped(commitment.sentence)}</blockquote>
<p>责任单位：${escaped(commitment.units)}　原定时限：${escaped(commitment.due ?? '未定')}</p>${commitment.criteria === '' ? '' : `<p>销号标准：${escaped(commitment.criteria)}</p>`}
<h2>完成情况</h2>${rows(
    occurrences.map(({ period, state, required, actual }) => [
      escaped(`${period.from} 至 ${period.to ?? ''}`),
      escaped(`${actual ?? ''} / ${required ?? ''}`),
      STATES[state] ?? escaped(state),
    ]),
    ['期间', '已完成 / 应完成', '状态'],
  )}
<h2>计入的记录和佐证</h2>${rows(
    records.map(({ from, to, register, values, enteredBy, files }) => [
      escaped(from === to ? from : `${from} 至 ${to}`),
      escaped(`${register} ${JSON.stringify(values)}`),
      escaped(enteredBy),
      files.map(({ sha256, name }) => `${escaped(evidenceName(sha256, name))}<br><small>SHA-256 ${sha256}</small>`).join('<br>'),
    ]),
    ['日期', '内容', '填报', '佐证'],
  )}
<h2>办理过程</h2>${rows(
    steps.map(({ kind, by, at, note, demands }) => [
      escaped(at),
      STEPS[kind] ?? escaped(kind),
      escaped(by),
      [note, ...demands]
        .filter((part) => part !== '')
        .map(escaped)
        .join('<br>'),
    ]),
    ['时间', '步骤', '办理人', '意见'],
  )}
<p>卷宗摘要（SM3）：${digest}</p></html>
`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
