export const zh = {
  title: '登录',
  login: '登录名',
  password: '密码',
  submit: '登录',
  busy: '正在登录…',
  wrong: '登录名或密码不正确，或账号已被暂时锁定。',
  tooMany: '尝试次数过多，请稍后再试。',
  setUp: '首次使用？请打开程序启动时打印的设置链接。',
}

export type Text = typeof zh
