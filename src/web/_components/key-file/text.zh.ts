import type { KeyFileTrouble } from '#web/_lib/key-file.ts'

export const zh = {
  file: '密钥文件',
  fileHint: '登记时下载的 .key.json 文件，通常在自己的 U 盘上。',
  password: '密钥文件的密码',
  busy: '正在验证…',
  trouble: {
    'not-a-key-file': '这不是密钥文件。请选择登记时下载的 .key.json 文件。',
    'wrong-password': '密钥文件的密码不正确。',
    'no-secure-page': '本页不是安全连接，浏览器不提供加密功能。请改用 https 地址，或用验证码。',
  } satisfies Record<KeyFileTrouble['code'], string>,
}

export type Text = typeof zh
