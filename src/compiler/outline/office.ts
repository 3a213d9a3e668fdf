const ending =
  '(?:[局部委办院会署厅科处室庭组队所站镇乡村区县市司公团社校系心行股厂矿]|政府|机关|部门|单位|企业|街道|集团|支部|党组织|专班|中心|银行|医院|学校|机构|网格员?|班组)'
const office = new RegExp(`^[▲★☆●◆*△]?[\\u4e00-\\u9fff\\dA-Za-z“”()]{1,20}${ending}$`)
const group = /^(?:各|有关|相关|其他|其余|所有|市直|县直|区直|省直)[\u4e00-\u9fff()、]{1,14}$/

/** Whether words name a body, a department of one or a group of them: 市财政局, 各乡镇. `words` folded. */
export function isOffice(words: string): boolean {
  return office.test(words) || group.test(words)
}

const wording = /[的了是须]|(?<![供反适响效对])应(?!急)|[要将](?!素|案|军)|进行|确保|会议|工作组|召集/

/** Whether words are part of a sentence rather than a name. */
export function isWording(words: string): boolean {
  return wording.test(words)
}

const strong =
  /^[▲★☆●◆*△]?[\u4e00-\u9fff“”]{1,18}(?:[局委办院处科室部队站所厅署]|中心|公司|政府|专班|街道|办公室|委员会|领导小组|党支部|党委|党组|纪委|机关)$/

/** Whether words name one body and can hardly be anything else: 市财政局, 办公室. */
export function isBody(words: string): boolean {
  return strong.test(words)
}

/** Words that end a time limit and hold nothing else: 2027年6月底前, 10月, 长期坚持. */
export const dayAlone =
  /^(?:(?:19|20)\d{2}年?(?:[.\-/]?\d{1,2}(?:月|$))?|\d{1,2}月)(?:[.\-/]?\d{1,2}日?)?(?:底|末|份|[上中下]旬|年底)?(?:之?前)?(?:完成|办结)?$|^(?:立行立改|长期坚持|持续推进|全年)$/

/** Whether a parenthesis at the end of a line holds names of bodies alone, or with a day: 区金融办；2027年6月底前. */
export function isBareList(words: string): boolean {
  const parts = words
    .replaceAll(/\([^()]*\)/g, '')
    .split(/[、,;\s]+/)
    .filter((part) => part !== '')
  return parts.some((part) => strong.test(part)) && parts.every((part) => dayAlone.test(part) || strong.test(part))
}
