// Traditional and simplified forms of the characters that administrative Chinese uses often; one pair a two-character group.
const variants =
  '於于個个條条項项戶户場场處处間间張张萬万億亿員员達达過过內内減减壓压縮缩週周兩两號号協协調调開开會会議议請请總总報报導导縣县' +
  '區区鄉乡鎮镇辦办辦办結结對对實实現现經经濟济務务財财審审計计監监督督檢检查查調调責责任任領领導导單单書书記记長长發发關关問问題题' +
  '動动標标準准確确認认識识進进行行運运轉转轄辖環环節节級级組组織织線线網网絡络評评價价質质量量數数據据總总資资產产業业農农' +
  '療疗醫医藥药衛卫學学習习訓训練练課课師师級级統统計计應应當当時时間间點点鐘钟後后從从來来無无爲为為为與与將将並并還还這这' +
  '個个們们別别則则須须頂顶頻频願愿類类顯显風风險险騙骗驗验體体龍龙齊齐齡龄責责贊赞贓赃賬账購购貫贯費费貸贷買买賣卖質质' +
  '車车軌轨載载較较輔辅輪轮輕轻辭辞邊边遞递遲迟選选違违遠远適适釋释鑒鉴鐵铁鏈链錄录錢钱錯错鍵键鑰钥閉闭聯联職职聽听聲声' +
  '舉举舊旧興兴艱艰莊庄華华蘇苏蓋盖營营落落葉叶虧亏號号補补製制複复覆覆規规視视覽览覺觉觀观訂订訪访設设許许訴诉診诊證证詢询' +
  '試试詳详誠诚誤误說说讀读變变讓让講讲謝谢護护譯译貢贡賦赋賴赖趕赶跡迹踐践蹤踪軟软轟轰農农迴回郵邮鄰邻釐厘銷销鋪铺' +
  '鎖锁鏡镜閱阅闊阔隊队階阶際际隨随隱隐雙双雜杂離离難难電电靈灵響响頁页順顺預预頒颁額额顧顾飯饭飲饮餐餐館馆駐驻駛驶' +
  '驅驱驟骤鬥斗魚鱼鳥鸟麗丽黨党點点劃划劑剂勞劳勢势勵励勝胜匯汇協协卻却厲厉參参吳吴員员啟启喪丧單单嚴严囑嘱' +
  '國国圍围園园圓圆圖图團团執执場场塊块塵尘壞坏壟垄壯壮夢梦夾夹奪夺獎奖婦妇孫孙寫写寧宁寬宽審审將将專专尋寻導导' +
  '層层屬属貳贰島岛嶺岭幣币幫帮幹干庫库廠厂廣广廢废廳厅張张強强彈弹彙汇後后徑径復复徵征恆恒態态慣惯慮虑憑凭憲宪應应懲惩懷怀' +
  '戰战戲戏拋抛掛挂採采掃扫揚扬換换損损搶抢擇择擔担據据擴扩攔拦攝摄敗败數数斷断時时晝昼曉晓曆历書书會会東东條条' +
  '極极構构槍枪樁桩樣样標标樓楼機机橋桥橫横檔档檢检權权歡欢歲岁歷历歸归殘残殺杀氣气決决沒没況况涉涉減减測测準准溝沟' +
  '滅灭滿满漁渔漢汉潔洁潛潜澤泽濕湿濟济灣湾災灾為为烏乌無无煙烟熱热燈灯燒烧營营爭争爾尔獎奖獨独獲获獻献環环現现' +
  '產产畫画異异當当疊叠瘋疯療疗癥症監监盤盘盡尽眾众睏困確确礎础礦矿禍祸禮礼種种稱称積积穩稳窮穷競竞筆笔築筑節节範范簡简' +
  '簽签糧粮糾纠紀纪約约紅红納纳紙纸級级紛纷細细終终組组結结給给絕绝絡络統统經经綠绿維维綜综綱纲網网緊紧緒绪線线締缔' +
  '編编緩缓練练縣县總总績绩織织繼继續续纖纤罰罚罷罢義义習习聖圣聞闻肅肃脅胁脫脱腦脑臨临臺台舉举艦舰藝艺蘭兰處处' +
  '虛虚蟲虫術术衝冲裝装裡里襲袭託托訊讯詐诈話话該该語语誰谁諮咨諾诺謀谋謹谨譽誉豐丰貧贫貨货販贩責责貴贵貿贸賓宾賠赔質质' +
  '賽赛趙赵躍跃軍军轉转辨辨辯辩逕径連连週周遊游達达遷迁鄭郑醜丑釀酿針针鈔钞鋼钢錶表鎮镇鐘钟閒闲閣阁陣阵陰阴陳陈陸陆陽阳' +
  '頓顿領领頭头顆颗願愿飛飞養养馬马駕驾驚惊體体鹽盐麥麦黃黄黨党歟欤斂敛敘叙擬拟攬揽撥拨撤撤搖摇擊击據据掃扫' +
  '燃燃療疗薦荐蹟迹辧办逾逾釐厘隸隶雲云霧雾靜静韓韩頗颇餘余麼么黑黑黙默龐庞塗涂墊垫壇坛報报佈布佔占係系側侧偵侦偽伪備备傳传債债傷伤傾倾僅仅價价儀仪優优儲储兒儿' +
  '兇凶凈净淨净凍冻刪删別别剛刚創创劉刘勸劝務务區区卹恤廁厕啓启問问喚唤嘗尝嚇吓團团堅坚塔塔壘垒夠够奧奥妝妆嬰婴宮宫實实'

// Blanks, dashes and signs that stand for one another.
const singles = [
  '\u3000 ',
  '\u00a0 ',
  '\u2002 ',
  '\u2003 ',
  '\u2009 ',
  '—-',
  '–-',
  '―-',
  '‐-',
  '−-',
  '○〇',
  '◯〇',
  '≧≥',
  '≦≤',
  '﹪%',
  '〜~',
  '∼~',
  '屆届',
]

/** For every UTF-16 unit the one that means the same, most of them themselves. One for one, so that offsets never move. */
function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000)
  for (let code = 0; code < table.length; code++) table[code] = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code
  for (const pair of singles) table[pair.charCodeAt(0)] = pair.charCodeAt(1)
  for (let at = 0; at + 1 < variants.length; at += 2) table[variants.charCodeAt(at)] = variants.charCodeAt(at + 1)
  return table
}

const table = buildTable()
/** How many units are joined at once: below the number of arguments a call may have. */
const batch = 8192

/**
 * The text as the grammar reads it: full-width forms in half width, dashes and blanks of one kind, Traditional characters simplified.
 * Character for character: the result has the same length and every offset means the same place.
 */
export function fold(text: string): string {
  let folded = ''
  for (let from = 0; from < text.length; from += batch) {
    const units = new Uint16Array(Math.min(batch, text.length - from))
    for (let at = 0; at < units.length; at++) units[at] = table[text.charCodeAt(from + at)] ?? 0
    folded += String.fromCharCode(...units)
  }
  return folded
}
