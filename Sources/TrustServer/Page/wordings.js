// The wordings that an advice names outright: 改用“感染者”“患者” or Say "a person living with HIV".
//
// Only lists of quotations right behind such a verb, which end the clause, can stand in the text as
// they are; 去掉“删前速看”之类的话 and Say "people with" the infection cannot.

const forms = {
  zh: { list: /改[为用]((?:“[^“”]+”[、或]?)+)(?=[，。；]|$)/u, quotation: /“([^“”]+)”/gu },
  en: { list: /^Say ((?:"[^"]+"(?:, or |, | or )?)+)(?=[.;,]|$)/u, quotation: /"([^"]+)"/gu },
};

/** The wordings named by an advice, in the language of the words they replace. */
export function wordingsIn(advice, words) {
  const code = /\p{Script=Han}/u.test(words) ? "zh" : "en";
  const list = forms[code].list.exec(advice?.[code] ?? "");
  return list ? [...list[1].matchAll(forms[code].quotation)].map((match) => match[1]) : [];
}
