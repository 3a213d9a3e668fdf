/** Units of time; a quantity of them is a duration, or a limit with 内. */
const time = ['工作日', '自然日', '小时', '分钟', '季度', '星期', '学年', '学期', '日', '天', '周', '月', '年', '秒'] as const

/** Units that count things, acts, people, money and measures. Longer ones first where one begins another. */
const counted =
  '个半天 个班次 个批次 个基点 基点 餐次 蒸吨 微克 毫克 页 天次 人天 人日 人时 微克/立方米 毫克/升 毫克/立方米 平方公里 平方米 立方米 千瓦时 兆瓦时 公里 千米 千瓦 兆瓦 公顷 公斤 人次 批次 户次 家次 件次 车次 班次 台次 台套 学时 课时 学分 例次 场次 个百分点 百分点 ' +
  '次 项 件 起 篇 条 期 场 名 人 家 户 处 座 台 套 份 批 种 类 元 字 级 遍 轮 所 间 张 本 部 辆 艘 只 头 株 支 门 节 讲 堂 例 宗 笔 幅 封 册 ' +
  '栋 幢 位 对 组 款 倍 吨 亩 米 分 门次 届 棵 段 道 卷 枚 块 片 口 眼 层 尾 羽 根 盏 路 版 棵 副 具 架 艘 桶 箱 瓶 床 席 趟 站 剂 枝 卡 尊 则 回 桌 餐 面 顶 座次 组次 平方 立方 万字 卷次 克 千克 升 毫升 吨标准煤 吨标煤 亩次 天次 课次 站次 点位 席位 床位 学位 托位 车位 泊位 岗位 窗口 户数 项次 点 块次 个 人份 份额'

const units = counted.split(' ').toSorted((a, b) => b.length - a.length)

/** Pattern of a unit of time, 个 before it included (个月, 个工作日). No captures. */
export const TIME_UNIT = `(?:个?(?:工作日|自然日|小时|季度|星期|学年|学期)|分钟|个月|[日周秒]|年(?!级)|天(?!次))`

/** What an amount is spread over: 克/千瓦时, 元/平方米. A window (次/年) or a head (次/人) is none. */
const EACH = '(?:/(?:千瓦时|度|吨|万元|平方米|立方米|平方公里|公里|百公里|亩|公顷|升|台|辆|床|万人|千人))?'

/** Pattern of a counting unit with its power of ten: 次, 万元, 亿千瓦, 个百分点, 克/千瓦时. No captures. */
export const COUNT_UNIT = `(?:[百千]?[万亿]?(?:${units.join('|')})${EACH})`

/** The unit as the draft writes it: simplified, 个月 → 月, 个工作日 → 工作日, 百分之 → %. */
export function unitName(written: string): string {
  if (written === '') return '%'
  return written.length > 1 && written.startsWith('个') ? written.slice(1) : written
}

/** Whether a unit (as named) is one of time: its quantity is a duration. */
export function isTime(unit: string): boolean {
  return time.some((name) => name === unit)
}
