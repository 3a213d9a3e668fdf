/** Words for errors: the codes of the API, and what the browser itself meets. */
export const zh = {
  NETWORK: '连接不上服务。请确认程序仍在运行，稍后重试。',
  UNAUTHENTICATED: '登录已失效，请重新登录。',
  FORBIDDEN: '您没有这项操作的权限。',
  NOT_FOUND: '要找的内容不存在，或您无权查看。',
  CONFLICT: '他人刚刚修改过，没有保存。请对照最新内容后再试。',
  REFUSED: '不能这样做。',
  INVALID: '填写的内容不符合要求，请检查。',
  TOO_MANY_REQUESTS: '操作过于频繁，请稍后再试。',
  PASSWORD_CHANGE_REQUIRED: '须先修改密码。',
  SECOND_FACTOR_REQUIRED: '须先完成第二重验证。',
  RECENT_SIGN_IN_REQUIRED: '须先再次验证身份。',
  ADDRESS_NOT_ALLOWED:
    '管理功能只在指定的网络地址开放，您当前的地址不在其中；请到管理用机操作，或请系统管理员调整 XIAOHAO_ADMIN_ADDRESSES。',
  UNAVAILABLE: '服务暂时不可用，请稍后再试。',
  STORAGE_FULL: '服务器磁盘已满，没有保存。请联系管理员腾出空间后再试。',
  PAYLOAD_TOO_LARGE: '文件太大。',
  UNKNOWN: '程序出错，请稍后重试；如仍出错，请联系管理员。',
}

export type Text = typeof zh
