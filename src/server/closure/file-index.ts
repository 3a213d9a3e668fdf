import { evidenceName, type FrozenFile } from '#server/closure/file.ts'
import { timeInShanghai } from '#server/platform/clock.ts'

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

const ROLES = { verify: '核实', approve: '审批' } as const

/** 卷宗目录 as a page of its own. Official documents are Chinese. */
export function closureIndex(
  { commitment, stage, occurrences, records, levels, steps }: FrozenFile,
  digest: string,
  digests: ReadonlyMap<string, string>,
): string {
  const link = ({ sha256, name }: { readonly sha256: string; readonly name: string }): string => evidenceLink(sha256, name, digests)
  const title = `销号卷宗 ${commitment.ref}${stage === '' ? '' : `（${stage}）`}`
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(title)}</title>
<style>body{font:16px/1.7 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top}td:first-child{white-space:nowrap}small{color:#555;word-break:break-all}</style>
<h1>${escaped(title)}</h1><p>${escaped(commitment.plan)}</p><blockquote>${escaped(commitment.sentence)}</blockquote>
<p>${escaped(answerableWords(commitment))}　原定时限：${escaped(commitment.due ?? '未定')}</p>${commitment.criteria === '' ? '' : `<p>销号标准：${escaped(commitment.criteria)}</p>`}
${commitment.findings.map((finding) => `<p>${escaped(originWords(finding))}</p>`).join('')}
<h2>完成情况</h2>${table(
    ['责任主体', '期间', '已完成 / 应完成', '状态'],
    occurrences.map(({ name, period, state, required, actual }) => [
      escaped(name),
      escaped(`${period.from} 至 ${period.to ?? ''}`),
      escaped(`${actual ?? ''} / ${required ?? ''}`),
      STATES[state] ?? escaped(state),
    ]),
  )}
<h2>计入的记录和佐证</h2>${table(
    ['日期', '登记簿', '内容', '填报', '佐证'],
    records.map(({ from, to, register, title: registerTitle, said, enteredBy, files }) => [
      escaped(from === to ? from : `${from} 至 ${to}`),
      escaped(registerTitle === '' ? register : registerTitle),
      said.map(({ label, text }) => `${escaped(label)}：${escaped(text)}`).join('<br>'),
      escaped(enteredBy),
      files.map(link).join('<br>'),
    ]),
  )}
<h2>办理过程</h2>${table(
    ['时间', '步骤', '办理人', '意见'],
    steps.map(({ kind, level, by, at, note, signerName, demands, heldOn, minutes, lifted }) => {
      const role = kind === 'agree' ? levels[level]?.role : undefined
      const words = [STEPS[kind] ?? kind, role === undefined ? '' : `（${ROLES[role]}${lifted ? '，由上一级办理' : ''}）`]
      const wanted = demands.map((demand, index) => `要求${index + 1}：${demand}`)
      const said = [heldOn === null ? '' : `会议日期 ${heldOn}`, signerName === '' ? '' : `请 ${signerName} 加签`, note, ...wanted].filter(
        (part) => part !== '',
      )
      const files = minutes.map(link)
      return [timeInShanghai(at), escaped(words.join('')), escaped(by), [...said.map(escaped), ...files].join('<br>')]
    }),
  )}
<p>卷宗.json 是归档内容原文，其摘要（SM3）：<small>${digest}</small>，与系统“销号”一节所示一致，即没有改动。</p>
<p>各文件的摘要另见 <a href="${encodeURIComponent('校验清单.txt')}">校验清单.txt</a>；打开 <a href="${encodeURIComponent('核对.html')}">核对.html</a>，选择本卷宗所在的文件夹，即可不联网逐一核对。</p></html>
`
}

/** 督查来源: the finding it came from, or was opened again by. */
function originWords({ kind, title, ordinal, org, words }: FrozenFile['commitment']['findings'][number]): string {
  return `${kind === 'reopening' ? '因督查问题重新挂账' : '由督查问题列入'}：${title}，问题${ordinal}（${org}）：${words}`
}

/** Who answered for it: as it was handed out, else as the plan says. */
function answerableWords({ units, answerable: { unit, supporting, first, lead, owner } }: FrozenFile['commitment']): string {
  const named = unit === '' ? units : unit
  const parts = [
    `责任单位：${named === '' ? '未列明' : named}`,
    ...(supporting === '' ? [] : [`配合单位：${supporting}`]),
    ...(first === '' ? [] : [`第一责任人：${first}`]),
    ...(lead === '' ? [] : [`牵头领导：${lead}`]),
    ...(owner === '' ? [] : [`直接责任人：${owner}`]),
  ]
  return parts.join('　')
}

/** A file of the archive, to be opened from where the index lies. */
function evidenceLink(sha256: string, name: string, digests: ReadonlyMap<string, string>): string {
  const place = evidenceName(sha256, name)
  return `<a href="${escaped(place.split('/').map(encodeURIComponent).join('/'))}">${escaped(name)}</a><br><small>SM3 ${digests.get(place) ?? ''}<br>SHA-256 ${sha256}</small>`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<table><tr>${cells(head.map(escaped), 'th')}</tr>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</table>`
}

function cells(row: readonly string[], tag: 'th' | 'td'): string {
  return row.map((cell) => `<${tag}>${cell}</${tag}>`).join('')
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
