type Params = Readonly<Record<string, string>>

const why: Readonly<Record<string, string>> = {
  history: '说的是已完成的工作',
  condition: '是触发条件',
  qualifier: '是限定范围的说法',
  score: '是评分分值',
  subsidy: '是补助标准',
  'not-promised': '不是承诺',
}

/** Words for what the reading of a document left unclear or out. */
export const zh = {
  code: {
    'no-text': () => '文件里没有文字。',
    'pages-without-text': ({ pages = '' }: Params) => `第 ${pages} 页没有文字（扫描件或空白页），未能读取，请核对。`,
    'cells-apart': () =>
      '文件里有表格的单元格各占一行，行列无法可靠还原，按逐行文字读取：责任单位、时限可能没有对上。请改用 .docx、.xlsx 或 .pdf 重新导入。',
    'numbers-lost': () => '本机没有安装 LibreOffice，旧版文件只读出了文字：自动编号丢失，表格可能错位。请安装后重新导入，或另存为 .docx。',
    'no-measures': () => '文件里没有找到整改措施或任务，请核对是不是整改方案。',
    'no-document-day': () => '没有找到文件的日期，个别日期的年份可能不准。',
    'impossible-date': ({ date = '' }: Params) => `日期“${date}”不存在，或年份不明。`,
    'period-rounded': ({ words = '', unit = '', every = '' }: Params) =>
      `“${words}”没有对应的整数周期，按每 ${every} ${unit === 'week' ? '周' : '天'}读取，请核对。`,
    'taught-wording': ({ words = '', phrase = '' }: Params) => `“${words}”只是表述，未列为任务（短语规则“${phrase}”）。`,
    'number-left-out': ({ words = '', why: reason = '' }: Params) => `“${words}”未列为任务：${why[reason] ?? '不是承诺'}。`,
  } as Readonly<Record<string, (params: Params) => string>>,
  other: (code: string) => `有一处未能完全读明（${code}）。`,
}

export type Text = typeof zh
