export const zh = {
  title: '敏感标记',
  intro: '标记高于知悉级别的内容，对账号等于不存在，本单位的也一样。调高立即生效；调低须写明理由，由另一人确认后生效。',
  loading: '正在读取…',
  column: { register: '登记簿', mark: '标记', fields: '单独标记的栏目' },
  change: '调整',
  dialog: (title: string) => `调整标记：${title}`,
  what: '对象',
  whole: '整个登记簿',
  reason: '理由',
  save: '保存',
  cancel: '取消',
  set: '已生效',
  asked: '已提出，待另一人确认',
}

export type Text = typeof zh
