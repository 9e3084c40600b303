// What the names in reports are called, as in the other forms of a report.

export const terms = {
  zh: {
    categories: {
      "false-remedy": "虚假疗法",
      "stigmatising-language": "污名化用语",
      "unverified-claim": "未经核实的说法",
    },
    severities: { info: "提示", low: "轻微", medium: "中等", high: "严重", critical: "危急" },
    kinds: {
      cure: "治疗", prevention: "预防", detection: "自测", avoidance: "拒医", naming: "命名", blame: "归咎",
      dehumanising: "贬损", exclusion: "排斥", labelling: "贴标签", rumour: "传闻", debunked: "已辟谣",
      overclaim: "夸大",
    },
    contexts: {
      negated: "已否定", debunked: "已辟谣", "debunked-nearby": "附近有辟谣", warned: "是警告", questioned: "是提问",
      quoted: "是引述", condemned: "是谴责", reported: "是报道", attributed: "注明了出处", inside: "属于更长的词语",
      near: "附近的词语改变了意思", between: "中间的词语改变了意思", ineffective: "说的是无效", refuted: "已驳斥",
      "called-false": "指出了不实", "no-evidence": "说明没有证据", hedged: "留有余地", sourced: "有来源",
    },
  },
  en: {
    categories: {
      "false-remedy": "false remedy",
      "stigmatising-language": "stigmatising language",
      "unverified-claim": "unverified claim",
    },
    severities: { info: "info", low: "low", medium: "medium", high: "high", critical: "critical" },
    kinds: {
      cure: "cure", prevention: "prevention", detection: "detection", avoidance: "avoidance", naming: "naming", blame: "blame",
      dehumanising: "dehumanising", exclusion: "exclusion", labelling: "labelling", rumour: "rumour", debunked: "debunked",
      overclaim: "overclaim",
    },
    contexts: {
      negated: "negated", debunked: "debunked", "debunked-nearby": "debunked nearby", warned: "warned against",
      questioned: "asked as a question", quoted: "quoted", condemned: "condemned", reported: "reported",
      attributed: "attributed", inside: "part of a longer phrase", near: "a phrase nearby changes it",
      between: "a phrase in between changes it", ineffective: "said not to work", refuted: "refuted",
      "called-false": "called false", "no-evidence": "said to lack evidence", hedged: "hedged", sourced: "sourced",
    },
  },
};
