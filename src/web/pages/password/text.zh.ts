export const zh = {
  title: '修改密码',
  due: '密码已到更换期限，修改后才能继续使用。',
  current: '当前密码',
  next: '新密码',
  again: '再次输入新密码',
  different: '两次输入的密码不一致',
  submit: '修改密码',
  busy: '正在修改…',
  back: '返回',
  wrong: '当前密码不正确。',
  reused: '不能使用最近用过的密码。',
  common: '这个密码在常用密码表中，容易被猜到，请换一个。',
  weak: '新密码不符合要求。',
  done: '密码已修改',
}

export type Text = typeof zh
