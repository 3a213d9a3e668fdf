type Params = Readonly<Record<string, string>>

/** Refusals of draws, with what they are about. */
export const refusalsZh = {
  'draw-state': () => '这次抽取已经走到下一步，请重新载入。',
  'draw-too-large': ({ stratum, size, asked }: Params) =>
    `${stratum === '' ? '总体' : `“${stratum}”`}只有 ${size} 件，抽不出 ${asked} 件。`,
  'not-sealed-yet': () => '总体的冻结还没有封存到操作日志，请过几秒再试：封存之后才能产生随机种子。',
  'not-drawn': ({ id }: Params) => `“${id}”不在抽中之列。`,
  'already-judged': ({ id }: Params) => `“${id}”已经登记结果，不能再替换。`,
  'nothing-left': () => '这一层没有可以替换的了。',
  'party-twice': ({ party }: Params) => `“${party}”已经提交过。`,
  'account-twice': () => '一个账号只能提交一份密语：请另一参与方用自己的账号提交，或者现场掷骰子。',
  'secret-first': () => '请先至少提交一份密语，再掷骰子。',
  'secrets-closed': () => '已经掷骰子或公开密语，不能再提交。',
  'dice-too-few': ({ fewest }: Params) => `骰子点数须是 1 至 6 的数字，至少 ${fewest} 个。`,
  'no-digest': () => '密语的摘要不对，请重新提交。',
  'too-few-parties': ({ fewest }: Params) => `至少要有 ${fewest} 方提交，才能公开。`,
  'nothing-to-reveal': () => '这个账号没有待公开的密语。',
  'secret-too-short': ({ fewest }: Params) => `密语至少 ${fewest} 个字符。`,
  'reveal-does-not-match': () => '与当初提交的摘要不符：请核对密语，一字不差地输入。',
  'missing-id': ({ row }: Params) => `清单第 ${row} 行没有编号，请补上后重新上传。`,
  'duplicate-id': ({ id, earlier, row }: Params) => `编号“${id}”重复：第 ${earlier} 行和第 ${row} 行。请改正后重新上传。`,
  'id-too-long': ({ row, most }: Params) => `清单第 ${row} 行的内容太长（最多 ${most} 个字符）。`,
  'empty-population': () => '清单里没有可抽取的内容。',
  'unknown-exclusion': ({ id }: Params) => `总体里没有编号“${id}”，无法排除。`,
  'reason-missing': ({ id }: Params) => `请写明为什么排除“${id}”。`,
  'records-without-id': ({ count }: Params) => `有 ${count} 条记录没有填写编号：请先补上，或者改用记录自己的编号。`,
  'records-share-id': ({ id }: Params) => `编号“${id}”在两条记录里重复：请先改正，或者改用记录自己的编号。`,
  'record-id-too-long': ({ most }: Params) => `有一条记录的编号或分层太长（最多 ${most} 个字符）。`,
  'draw-other-register': () => '这份清单来自另一个登记簿，不能补充到这次抽取里。',
  'in-earlier-part': ({ id }: Params) => `编号“${id}”已在先前冻结的总体里。`,
} as const satisfies Readonly<Record<string, (params: Params) => string>>

export type Refusals = Readonly<Record<keyof typeof refusalsZh, (params: Params) => string>>
