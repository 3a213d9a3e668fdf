/** Words of the frame around every page. */
export const zh = {
  name: '销号',
  subtitle: '整改任务台账',
  nav: '主导航',
  home: '首页',
  ledger: '台账',
  registers: '登记簿',
  calendar: '日历',
  organisation: '组织机构',
  accounts: '账号',
  reconciliations: '对账',
  journal: '操作日志',
  signOut: '退出',
  password: '修改密码',
  language: 'English',
  languageLabel: '切换到英文',
  skip: '跳到正文',
  trial: '试用模式',
  trialWords: '仅限本机使用；请勿录入涉密信息。',
  dismiss: '关闭提示',
  crashed: '页面出错了。',
  reload: '重新载入',
  notFound: '没有这个页面。',
  backHome: '返回首页',
}

export type Text = typeof zh
