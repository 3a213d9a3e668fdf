export const zh = {
  title: '当前登录',
  intro: '谁正在登录，从哪里登录。结束后，对方下一次操作即须重新登录；结束登录会记入操作日志。',
  loading: '正在读取…',
  count: (sessions: number, people: number) => `共 ${people} 人 ${sessions} 处登录`,
  column: { name: '姓名', post: '岗位', agent: '浏览器', address: '网络地址', since: '登录时间', seen: '最近使用', act: '操作' },
  current: '本次',
  unknownAgent: '未知',
  end: '结束',
  endAll: '结束其他所有人的登录',
  endAllAsk: '结束其他所有人的登录？',
  endAllWords: '所有人（您本次登录除外）须重新登录，正在填写而未提交的内容保留在各自浏览器中。',
  ended: '已结束',
  endedAll: (ended: number) => `已结束 ${ended} 处登录`,
  yes: '确定结束',
  no: '取消',
}

export type Text = typeof zh
