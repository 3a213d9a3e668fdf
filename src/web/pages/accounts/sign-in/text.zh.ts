export const zh = {
  title: (name: string) => `${name}的登录方式`,
  factors: '第二重验证',
  factorsHint: '手机、清单或 UKey 丢失时清除；对方所有登录随即结束，下次登录后重新登记。请先当面或电话核实本人。',
  clear: '清除第二重验证',
  cleared: '已清除，其登录已全部结束',
  elsewhere: '统一身份与单位目录',
  elsewhereHint: '填写对方在那里的标识（不是邮箱）；关联后对方现有登录结束。',
  noneSet: '程序没有设置统一身份认证或单位目录，只用密码登录。',
  kind: { provider: '统一身份认证', directory: '单位目录' },
  subject: { provider: '统一身份认证中的标识（subject）', directory: '单位目录中的登录名' },
  linked: (kind: string, subject: string, since: string) => `${kind}：${subject}（${since} 关联）`,
  link: '关联',
  unlink: '取消关联',
  close: '关闭',
}

export type Text = typeof zh
