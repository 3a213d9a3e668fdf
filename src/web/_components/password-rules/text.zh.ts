import type { PasswordFault } from '#core/authn/password.ts'

/** Rules for new passwords. */
export const zh = {
  rules: '密码要求',
  shortest: (characters: number) => `至少 ${characters} 个字符`,
  rule: {
    'too-simple': '大写、小写、数字、符号至少三种（12 个字符以上两种）',
    'contains-login': '不含登录名',
    'too-common': '不含常见词（如 password、123456、法院）',
    'too-long': '不超过 128 个字符',
  } satisfies Record<Exclude<PasswordFault, 'too-short'>, string>,
  kept: '符合',
  notKept: '未符合',
}

export type Text = typeof zh
