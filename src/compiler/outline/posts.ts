const post =
  /^[\p{Script=Han}()、]{0,16}(?:[长师]|书记|主任|委员|常委|组长|总监|经理|主席|常务|调研员|巡视员|专员|秘书|助理|干事|(?:党组|党委|班子)成员)$/u

/** Whether words name a post and no person: 副校长, 党组书记. */
export function isPost(words: string): boolean {
  return post.test(words)
}
