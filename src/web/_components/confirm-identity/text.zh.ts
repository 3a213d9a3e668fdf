export const zh = {
  title: '请再次验证身份',
  why: '这项操作涉及账号、密码、授权或批量导出，距上次验证已超过 15 分钟，请再输入一次密码。验证后会自动继续刚才的操作。',
  password: '密码',
  directoryPassword: '单位目录的密码',
  code: '验证码',
  codeHint: '动态口令的 6 位数字，或打印清单上的一个一次性验证码',
  wrong: '密码或验证码不正确，或账号已被暂时锁定。',
  elsewhere: '经统一身份认证验证',
  cancel: '取消',
  submit: '验证并继续',
  busy: '正在验证…',
}

export type Text = typeof zh
