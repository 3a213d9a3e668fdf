type Params = Readonly<Record<string, string>>

export const refusalsZh = {
  'inspection-state': () => '这项督查的状态已经变化，现在不能这样办理。请看最新状态。',
  'not-for-you': () => '这一步由督查组（组长）或整改办办理。',
  'reason-too-short': ({ fewest = '10' }: Params) => `请至少写 ${fewest} 个字。`,
  'no-lead': () => '方案没有写明组长。请选定组长后再备案。',
  'lead-twice': () => '组长又写成了成员。请从成员中去掉。',
  'no-visits': () => '方案没有写明到哪些单位。',
  'no-items': () => '方案没有检查清单。请从模板带入或逐项填写。',
  'days-reversed': () => '结束日期早于开始日期。',
  'visit-outside-days': () => '有单位的日期不在督查的起止日期之内。',
  'begins-in-past': () => '开始日期已经过去。请先备案，后督查。',
  'inspector-of-unit': ({ names = '' }: Params) => `${names} 是被督查单位的人，不能督查本单位。请换人。`,
  'inspector-is-doer': ({ names = '' }: Params) => `${names} 办理过清单所关联的整改任务，不能自己查自己。请换人或去掉关联。`,
  'sample-differs': ({ count = '0' }: Params) =>
    `检查的事项与抽取结果（${count} 件）不一致。抽查须逐件检查，不能增减；其他方式不能写抽中事项。`,
  'over-limit': ({ units = '', fewest = '10' }: Params) =>
    `${units === '' ? '全年督查次数' : `全年或 ${units} 的督查次数`}将超过上限。请至少用 ${fewest} 个字写明理由。`,
  'too-early': ({ from = '' }: Params) => `方案写明 ${from} 开始，还没有到日期。`,
  'answers-missing': ({ count = '' }: Params) => `还有 ${count} 项没有查看。请逐项填写；不涉及的选“不适用”。`,
  'talks-missing': ({ count = '' }: Params) => `还有 ${count} 个单位没有访谈记录。`,
  'findings-noted': ({ count = '' }: Params) => `还有 ${count} 个问题没有告知单位。请告知或撤回后再出具报告。`,
  'findings-raised': () => '已经有问题告知了单位，不能取消。请结束现场并出具报告。',
  'speaker-not-agreed': () => '没有本人同意，不能写发言人姓名。请勾选同意，或去掉姓名。',
  'words-name-people': ({ names = '' }: Params) => `内容里写了姓名：${names}。请改为“一名干警”“一名负责人”等说法。`,
  'inspection-finding-state': () => '这个问题的状态已经变化，现在不能这样办理。请看最新状态。',
  'not-the-inspector': () => '这一步由督查组办理；本单位的人不能核实本单位的问题。',
  'not-the-unit': () => '这一步由被督查单位办理。',
  'doer-cannot-verify': () => '报告整改情况的人不能自己核实。请由督查组其他成员核实。',
  'nothing-changed': () => '内容没有改动。',
  'due-past': () => '整改时限已经过去。请重新确定日期。',
}

export type Refusals = typeof refusalsZh
