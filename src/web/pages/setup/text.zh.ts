export const zh = {
  title: '首次设置',
  intro: '登记使用单位，并建立整改办的第一个账号。此链接只能使用一次。',
  jurisdiction: '单位名称',
  jurisdictionHint: '单位全称',
  pack: '适用行业',
  packHint: '决定开始时有哪些登记簿和示例；还没有登记记录时可以改选。',
  name: '姓名',
  login: '登录名',
  loginHint: '至少 2 个字符，不区分大小写',
  password: '密码',
  again: '再次输入密码',
  different: '两次输入的密码不一致',
  submit: '完成设置并进入',
  busy: '正在设置…',
  gone: '设置链接无效或已使用过。',
  goneHelp: '请重新打开程序启动时打印的完整链接；如已完成设置，请直接登录。',
  toSignIn: '去登录',
  wrongField: '请检查此项',
}

export type Text = typeof zh
