// How long a post may be, and how platforms count. A draft that is longer is told so, and nothing more.
//
// TikTok's is that of its Content Posting API (developers.tiktok.com: 2,200 UTF-16 units); its app takes more
// from some accounts. The others publish no figure for their editors: these are the commonly reported ones, which
// platforms change now and then.

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const countGraphemes = (text) => [...graphemes.segment(text)].length;

/** Two characters of ASCII count as one, as in Weibo's counter. */
function countHalves(text) {
  let halves = 0;
  for (const { segment } of graphemes.segment(text)) halves += /^[\x00-\x7f]+$/.test(segment) ? 1 : 2;
  return Math.ceil(halves / 2);
}

/** The platforms in the order of the menu; `limit` is null where there is none. */
export const platforms = [
  { id: "none", limit: null, count: countGraphemes },
  { id: "weibo", limit: 2000, count: countHalves },
  { id: "xiaohongshu", limit: 1000, count: countGraphemes },
  { id: "douyin", limit: 1000, count: countGraphemes },
  { id: "wechat", limit: 20000, count: countGraphemes },
  { id: "channels", limit: 1000, count: countGraphemes },
  { id: "tiktok", limit: 2200, count: (text) => text.length },
];
