/** Words for imports that fail for another reason than the file. */
export const zh = {
  what: '导入失败',
  remedy: '请重试；如仍失败，请联系管理员。',
}

export type Text = typeof zh
