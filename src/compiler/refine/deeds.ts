/** Verbs that a number can be the result of: 建成3个, 举办培训班4期. Longer first where one ends in another. */
const verbs =
  '包办 包干 包抓 领办 启动 完成 改造 新建 建成 建设 打造 培育 培养 选树 树立 评选 评出 选取 选定 遴选 推出 推广 出台 制定 修订 编制 制订 印发 发布 公布 举办 承办 开展 组织 召开 举行 实施 整治 整改 ' +
  '清理 清退 清收 清查 清仓 注销 化解 办结 审结 执结 查处 查办 查结 立案 检查 抽查 抽检 抽取 督查 督导 巡查 巡察 巡回 走访 约谈 谈话 慰问 帮扶 救助 培训 轮训 招录 招聘 引进 引育 配备 配置 配强 选派 选拔 ' +
  '抽调 选聘 聘请 新增 增设 增加 增配 增补 新改扩建 签订 签约 对接 联系 包案 包联 包保 结对 撰写 编写 编印 编发 刊发 提交 提出 报送 上报 形成 发放 投放 投入 争取 盘活 收回 追回 追缴 挽回 核销 处置 拆除 关停 淘汰 退出 ' +
  '压减 压降 减少 削减 精简 取消 下放 归集 归并 整合 撤并 撤销 合并 升级 更新 维修 维护 修缮 修复 安装 加装 铺设 新开工 开工 竣工 完工 建立 设立 组建 成立 挂牌 创建 创成 申报 命名 认定 验收 交付 ' +
  '播放 讲授 宣讲 讲 上 开设 征集 收集 安排 听取 研究 通报 曝光 评查 评议 回访 随访 服务 演练 上线 接入 开通 实现 明确 确定 达到 达 观看 参观 参加 旁听 学习 研讨 剖析 解剖 汇报 报告 述职 值班 接访 下访 调研 撰稿 拍摄 制作 打通 消除 消化 ' +
  '治理 绿化 植树 种植 复垦 供应 供地 出让 落实 落地 入库 转化 孵化 认证 测评 测试 核查 核实 复核 复查 审查 审计 轮审 监测 监督 排查 整理 梳理 开发 拓展 覆盖 惠及 资助 支持 扶持 奖励 表彰 推荐 推选 吸纳 安置 输送 转移 回收 拿出 做好 办好 办理 办成 受理 调处 调解 分流 销号 再 共 各 为 补充 办班 办学 力争 确保 保证 优化 调整 退回 退还 缴回 上缴 归还 选调 改进 提升 培强 链接 更换 置换 购置 采购 添置 布设 布局 划定 规划 入规 升规 动员 派驻 选送 推介 展示 展播 收治 筛查 体检 义诊 建档 受训 认领 兑现 承接 移交 移送 起诉 拍卖 问责 处分 联审 会审 解决 破解 攻克 突破 研发 取得 获得 获批 颁发 制发 核发 录入 上传 采集 登记 造册 归档 推动 推进 播发 推送 刊播 列支 安排不 谋划 储备 招引 引入 落户 接待 增收 带动 生产 制作 种植 养殖 出栏 销售 招收 收储 流转 补植 补齐 补足 追加 归集 铺开 送达 结案 办毕 回填 疏浚 清淤 加固 除险 施划 新植 栽植 低改 抚育 划设 敷设 架设 硬化 拓宽 贯通 疏通 清运 清除 收缴 查扣 巡检 点检 消缺 开行 投运 投产 投用 并网 印制 张贴 悬挂 配发 招生 录取 接种 发行 授信 放贷 承保 家访 夜访 下沉 蹲点 驻点 暗访 提拔 交流 轮岗 转正 汇编 收录 刊登 注册 登记 签发 开具 布控 扫描 数字化 迁移 汇聚 联通 改建 扩建 重建 翻建 配租 配售 入驻 聘任 巡护 演出 展演 送戏 送教 送课 送岗 评定 签署 发还 返还 退赔 兑付 拨付 造林 补种 放流 净增 净减 开业 营业 开班 开园 修满 学满 听满 驻满 值满 办满'

const list = verbs.split(' ').filter((verb) => verb !== '')
const longest = Math.max(...list.map((verb) => verb.length))
const set = new Set(list)

/** Words between a verb and its number: 再, 并, 了, 高质量的 are left aside. */
const particles = /(?:再|新|又|并|各|共|均|都|累计|合计|总计|一共|力争|好|出|成|至少|不少于|约|近|首批|第一批)$/

/** Whether a text ends in a verb whose result may be counted: …遴选, …举办. */
export function endsInDeed(text: string): boolean {
  return endsInVerb(text) || endsInVerb(text.replace(particles, ''))
}

function endsInVerb(text: string): boolean {
  for (let length = Math.min(longest, text.length); length > 0; length--) if (set.has(text.slice(-length))) return true
  return false
}

const anywhere = new RegExp(list.filter((verb) => verb.length > 1).join('|'))

/** Whether a deed is done somewhere in a text: 清理低效无效企业. */
export function holdsDeed(text: string): boolean {
  return anywhere.test(text)
}
