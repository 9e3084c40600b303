internal import TrustText

/// Chinese characters that look alike, and characters written as their parts.
///
/// Made by hand for the characters of the packs' words; a line may be added by anybody.
package enum Shapes {
  /// Each group holds characters that are written for one another.
  package static let groups = """
    未末 日曰 己已巳 人入 土士 天夫 千干于 大太犬 王玉主 午牛 冠寇 苗茁笛 疫役 毒毐 酒洒 精情清晴睛 蒜祘 治冶 喝渴竭 \
    菌茵 肺沛 炎炭 武斌 汉叹仅 感惑 染柒 冒昌 流硫 注往住 防妨坊仿 免兔 力刀 转砖 传伝 疗疔辽 症证 糖塘搪 尿屎 \
    肝肚 白臼 血皿 心必 脏赃 脑恼 姜羌 葱匆 醋错 汤扬 灸炙 罩卓 没设 有冇 真直 谣摇遥瑶 假暇 骗编 网冈 国囯 \
    猴候 狗拘 猪诸 阳杨 新薪 型形 剂济 抗杭 抵低 水氷 票漂 漂瓢 消硝 液掖 癌喦 药葯 针钉 孕孓 打扒 打叮 服报 吃乞 \
    预颁 病痫 愈愉 肿种 瘤榴 降绛 压庄 艾文 蜂峰 盐監 茶荼 罐灌 罩置 口囗 隔膈 离禽 信佶 实买 美羡 蝙编 蝠福 \
    华毕 鬼嵬 佬姥 羊半 体休 身射 酸酡 碱硷 氯绿 氧氩 砒批 汞贡 黄簧 莲连 板扳 蓝篮 根恨 花化 豆頭 蛋疍 \
    杀刹 灭火 死夗 活括 命令 救教 致至 导寻 孩孩 童董 妇扫 性姓 病疒 痘逗 疹珍 瘟温 癫颠 疯风 痴知 艾乂 滋兹 爱受 \
    隐稳 瞒满 谎荒 删册 传侍 扩护 散撒 专砖 家冢 医匡 院完 生牲 学字 博搏 士土 研妍 究穷 院陀 揭竭 秘密 密蜜 \
    方力 偏编 法去 根恳 治怡 断继 断渐 永水 复夏 发友 特持 效郊 百白 包句 好妤 服胀 用甩 自目 目自 见贝 己巳
    """

  /// A character and its parts, left or upper one first.
  package static let parts = """
    漂氵票 疫疒殳 苗艹田 病疒丙 毒主母 肿月中 瘤疒留 癌疒嵒 蒜艹祘 治氵台 消氵肖 液氵夜 酒氵酉 精米青 喝口曷 吃口乞 \
    新亲斤 肺月市  药艹约 打扌丁 针钅十 防阝方 预予页 菌艹囷 抗扌亢 体亻本 好女子 骗马扁 传亻专 转车专 愈俞心 \
    疗疒了 症疒正 糖米唐 尿尸水 胰月夷 肝月干 胃田月 胆月旦 胎月台 狗犭句 猪犭者 猴犭侯 蝙虫扁 蝠虫畐 蛇虫它 鲜鱼羊 \
    酸酉夋 醋酉昔 洗氵先 注氵主 射身寸 孕乃子 阳阝日 阴阝月 性忄生 情忄青 快忄夬 请讠青 说讠兑 话讠舌 证讠正 谎讠荒 \
    信亻言 伪亻为 假亻叚 佬亻老 低亻氐 住亻主 明日月 晚日免 脏月庄 腺月泉 肥月巴 胖月半 胀月长 炒火少 烧火尧 烟火因 \
    硝石肖 种禾中 科禾斗 粉米分 绝纟色 红纟工 艾艹乂 板木反 根木艮 桃木兆  冻冫东 冷冫令 净冫争 姜羊女 汤氵昜 \
    汉氵又 流氵㐬 活氵舌 没氵殳 法氵去 油氵由 泡氵包 清氵青 温氵昷 湿氵显 滴氵商 潮氵朝 沙氵少 灌氵雚 浓氵农 液氵夜 \
    疯疒风 瘟疒昷 痘疒豆 疹疒㐱 痛疒甬 疾疒矢 痴疒知 瘫疒难 癫疒颠 痊疒全 痒疒羊 疼疒冬 脑月凶 腺月泉 腹月复 肤月夫 \
    护扌户 抵扌氐 扩扌广 拉扌立 抽扌由 抓扌爪 推扌隹 换扌奂 排扌非 接扌妾 揭扌曷 搞扌高 灭一火 灯火丁 灼火勺 炸火乍 \
    熏重灬 蜂虫夆 蚊虫文 蛋疋虫 虾虫下 吐口土 吸口及 咳口亥 嗽口敕 喷口贲 吹口欠 呼口乎 吞天口 含今口 谣讠䍃 让讠上 \
    讲讠井 认讠人 论讠仑 诉讠斥 诊讠㐱 试讠式 该讠亥 谁讠隹 谈讠炎 谢讠射 诈讠乍 镜钅竟 铁钅失 银钅艮 钱钅戋 钙钅丐 \
    维纟隹 纯纟屯 细纟田 结纟吉 给纟合 统纟充 编纟扁 缓纟爰 桔木吉 杨木昜 松木公 枸木句 杞木己 核木亥 检木佥 棉木帛 \
    葱艹匆 茶艹余 花艹化 草艹早 莲艹连 荷艹何 菜艹采 蓝艹监 苦艹古 芦艹户 荐艹存 英艹央 蒙艹冡 芯艹心 药草约 苗草田 \
    仙亻山 他亻也 们亻门 仔亻子 优亻尤 传亻专 休亻木 偏亻扁 健亻建 做亻故 便亻更 供亻共 停亻亭 亿亻乙 化亻匕 什亻十 \
    妈女马 奶女乃 妇女彐 姐女且 妹女未 娃女圭 她女也 如女口 孙子小 孩子亥 功工力 助且力 动云力 劝又力 加力口 励厉力 \
    致至攵 救求攵 教孝攵 散昔攵 放方攵 政正攵 欧区欠 歇曷欠 酶酉每 配酉己 酮酉同 醇酉享 醒酉星 砒石比 硬石更 确石角 \
    胶月交 脂月旨 肠月昜 脚月却 脱月兑 肪月方 肢月支 胸月匈 股月殳 腿月退 服月及 眼目艮 睡目垂 瞎目害 盲亡目 瞒目满 \
    饭饣反 饮饣欠 饿饣我 饱饣包 饼饣并 补衤卜 被衤皮 裤衤库 社礻土 神礻申 祸礻呙 福礻畐 秘禾必 种禾重 税禾兑 程禾呈
    """

  /// Radicals as signs of their own for which Unicode's data names no character.
  static let radicals: [UInt32: UInt32] = pairs(
    "⺡氵⺮竹⺾艹⺼月⺶羊⺅亻⺘扌⺖忄⺨犭⺩王⻊足⻏阝⻖阝⺌小⺣灬⺭礻⻂衤⻐钅⻟饣⻜飞⻓长⻔门⻨麦⻩黄⻫齐⻭齿⻰龙⻳龟⺲罒⺳网⺺聿⺻聿⻁虎⻘青"
  )

  /// Left parts in full, as people type them.
  private static let fullForms: [UInt32: UInt32] = pairs("亻人钅金讠言扌手氵水忄心纟丝饣食艹草犭犬礻示衤衣")

  private static func pairs(_ text: String) -> [UInt32: UInt32] {
    let symbols = text.unicodeScalars.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for index in stride(from: 0, to: symbols.count - 1, by: 2) {
      table[symbols[index]] = symbols[index + 1]
    }
    return table
  }

  /// For each character with look-alikes, those.
  private static let alternatives: [UInt32: [UInt32]] = {
    var table: [UInt32: [UInt32]] = [:]
    for group in groups.split(separator: " ") {
      let members = FoldedText.symbols(of: String(group))
      for member in members {
        for other in members where other != member && !table[member, default: []].contains(other) {
          table[member, default: []].append(other)
        }
      }
    }
    return table
  }()

  /// PERF: one bit for each character of the plane, as all of a post's are asked for.
  private static let hasAlternatives = bits(of: alternatives.keys)
  private static let opensParts = bits(of: wholes.keys.map { UInt32($0 >> 32) })

  /// One bit for each character of the plane that is written as it stands, unless it is written twice.
  ///
  /// Most characters of a post are; the table is to be held while one is read.
  static let settled: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    for symbol: UInt32 in 0..<0x10000
    where ScalarClass(symbol) == .han && isPlain(symbol) && Numerals.digit(symbol) == nil {
      bits[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63)
    }
    return bits
  }()

  private static func bits(of symbols: some Sequence<UInt32>) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 0x10000 / 64)
    for symbol in symbols where symbol < 0x10000 {
      bits[Int(symbol >> 6)] |= 1 << UInt64(symbol & 63)
    }
    return bits
  }

  /// For two parts, the character that they make up.
  private static let wholes: [UInt64: UInt32] = {
    var table: [UInt64: UInt32] = [:]
    for entry in parts.split(separator: " ") {
      let symbols = FoldedText.symbols(of: String(entry))
      guard symbols.count == 3 else { continue }
      table[UInt64(symbols[1]) << 32 | UInt64(symbols[2])] = symbols[0]
      if let full = fullForms[symbols[1]] {
        table[UInt64(full) << 32 | UInt64(symbols[2])] = symbols[0]
      }
    }
    return table
  }()

  /// For each character, the pairs of parts that it may be written as.
  private static let splits: [UInt32: [[UInt32]]] = Dictionary(
    grouping: wholes.sorted { $0.key < $1.key },
    by: \.value
  ).mapValues { $0.map { [UInt32($0.key >> 32), UInt32(truncatingIfNeeded: $0.key)] } }

  /// Whether a character neither looks like others nor opens the parts of one.
  ///
  /// - Complexity: O(1).
  static func isPlain(_ symbol: UInt32) -> Bool {
    guard symbol < 0x10000 else { return true }
    return (hasAlternatives[Int(symbol >> 6)] | opensParts[Int(symbol >> 6)])
      >> UInt64(symbol & 63) & 1 == 0
  }

  /// The pairs of parts that a character may be written as.
  ///
  /// - Complexity: O(1).
  static func parts(of symbol: UInt32) -> [[UInt32]] { splits[symbol] ?? [] }

  /// The characters that one may be written for.
  ///
  /// - Complexity: O(1).
  package static func alternatives(of symbol: UInt32) -> [UInt32] {
    guard symbol < 0x10000, hasAlternatives[Int(symbol >> 6)] >> UInt64(symbol & 63) & 1 == 1 else {
      return []
    }
    return alternatives[symbol] ?? []
  }

  /// The character that two parts make up.
  ///
  /// - Complexity: O(1).
  package static func whole(_ first: UInt32, _ second: UInt32) -> UInt32? {
    guard first < 0x10000, opensParts[Int(first >> 6)] >> UInt64(first & 63) & 1 == 1 else {
      return nil
    }
    return wholes[UInt64(first) << 32 | UInt64(second)]
  }
}
