/// The page's style sheet.
///
/// Each category has a colour and a kind of underline of its own, so that the page reads the same
/// in grey; where categories overlap their underlines lie below one another.
package enum HTMLStyle {
  static let sheet = palette + layout + draft + cards + media

  /// The colours, by day and by night, and those of each category.
  package static let palette = """
    :root { --page: #f6f7f9; --paper: #ffffff; --ink: #1b2230; --soft: #5b6675; --line: #dfe3e9;
      --link: #0b57b7; --remedy: #b3261e; --remedy-wash: #fde7e5; --stigma: #6b3fa0;
      --stigma-wash: #efe6fa; --claim: #8a5300; --claim-wash: #fdf0d5; --other: #0d6670;
      --other-wash: #dff3f5; --good: #1c6b3c; --good-wash: #e2f4e8;
      --shadow: 0 1px 2px rgb(16 24 40 / .06), 0 4px 16px rgb(16 24 40 / .05); }
    @media (prefers-color-scheme: dark) {
      :root { --page: #10141b; --paper: #191f29; --ink: #e8ebf0; --soft: #9da8b7; --line: #2c3542;
        --link: #86b7ff; --remedy: #ff9d94; --remedy-wash: #4a211f; --stigma: #cdb0f7;
        --stigma-wash: #38274f; --claim: #f3c26b; --claim-wash: #43330f; --other: #7fd6df;
        --other-wash: #12383d; --good: #8fdcaa; --good-wash: #16351f; --shadow: none; }
    }
    .remedy { --tone: var(--remedy); --wash: var(--remedy-wash); --rule: solid; }
    .stigma { --tone: var(--stigma); --wash: var(--stigma-wash); --rule: wavy; }
    .claim { --tone: var(--claim); --wash: var(--claim-wash); --rule: dashed; }
    .other { --tone: var(--other); --wash: var(--other-wash); --rule: dotted; }

    """

  /// What every page has: its width, its bar and its foot.
  package static let layout = """
    *, ::before, ::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    body { margin: 0 auto; max-width: 76rem; padding: 0 1.25rem 3rem; background: var(--page);
      color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto,
      "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
    h1, h2, p, ul, ol { margin: 0; }
    a { color: var(--link); text-underline-offset: .15em; }
    .switch { position: absolute; opacity: 0; }
    #language-zh:checked ~ * .en, #language-en:checked ~ * .zh { display: none; }
    .bar { display: flex; justify-content: space-between; align-items: center; padding: 1rem 0; }
    .brand { font-weight: 700; letter-spacing: .01em; }
    .languages { display: flex; padding: .2rem; border-radius: 999px; background: var(--line); }
    .languages label { padding: .15rem .8rem; border-radius: 999px; font-size: .85rem;
      cursor: pointer; }
    #language-zh:checked ~ header label[for="language-zh"],
    #language-en:checked ~ header label[for="language-en"] { background: var(--paper);
      box-shadow: var(--shadow); font-weight: 600; }
    #language-zh:focus-visible ~ header label[for="language-zh"],
    #language-en:focus-visible ~ header label[for="language-en"] { outline: 2px solid var(--link); }
    header h1 { margin-top: 1.5rem; font-size: clamp(1.5rem, 4vw, 2.1rem); line-height: 1.25; }
    .facts { color: var(--soft); }
    .tally { display: flex; flex-wrap: wrap; gap: .6rem; padding: 1rem 0 .5rem;
      list-style: none; }
    .tally li { padding: .45rem .9rem .6rem; border: 1px solid var(--line); border-radius: .7rem;
      background: var(--paper); }
    .tally b { margin-right: .35rem; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
    article { margin-top: 1.5rem; }
    article h2 { margin-bottom: .6rem; font-size: .95rem; font-weight: 600; color: var(--soft);
      overflow-wrap: anywhere; }
    .columns { display: grid; gap: 1.25rem; align-items: start; }
    .notice { margin-bottom: .8rem; padding: .6rem .9rem; border-left: 4px solid var(--claim);
      border-radius: .4rem; background: var(--claim-wash); }
    footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line);
      color: var(--soft); font-size: .875rem; }
    .identity { margin-top: .4rem; font-size: .78rem; overflow-wrap: anywhere; }

    """

  private static let draft = """
    .draft { padding: 1.25rem 1.4rem; border: 1px solid var(--line); border-radius: .9rem;
      background: var(--paper); box-shadow: var(--shadow); font-size: 1.06rem; line-height: 2.1;
      white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
    mark { padding: .12em 0; background: var(--wash); color: inherit;
      text-decoration: underline var(--rule) var(--tone) 2px; text-decoration-skip-ink: none;
      text-underline-offset: .28em; -webkit-box-decoration-break: clone;
      box-decoration-break: clone; }
    mark.layer1 { text-underline-offset: .5em; }
    mark.layer2 { text-underline-offset: .72em; }
    sup { line-height: 0; -webkit-user-select: none; user-select: none; }
    .number { display: inline-block; min-width: 1.5em; padding: 0 .4em; border-radius: 999px;
      background: var(--tone); color: var(--paper); font-size: .72rem; font-weight: 700;
      line-height: 1.5; text-align: center; text-decoration: none; }
    sup .number { margin: 0 .15em; }
    span:target + mark { outline: 2px solid var(--tone); outline-offset: 2px; }

    """

  private static let cards = """
    .findings { min-width: 0; }
    .cards, .suppressed, .guidance { padding: 0; list-style: none; }
    .cards { display: grid; gap: .9rem; }
    .card { padding: .95rem 1.1rem; border: 1px solid var(--line);
      border-left: 4px solid var(--tone); border-radius: .9rem; background: var(--paper);
      box-shadow: var(--shadow); scroll-margin-top: 1rem; overflow-wrap: anywhere; }
    .card:target { outline: 2px solid var(--tone); outline-offset: 2px; }
    .card p + p, .card p + ul, .card ul + p { margin-top: .5rem; }
    .head { display: flex; flex-wrap: wrap; gap: .2rem .5rem; align-items: center; }
    .name { color: var(--tone); }
    .severity { padding: 0 .55em; border: 1px solid var(--line); border-radius: 999px;
      font-size: .78rem; }
    .severity.high, .severity.critical { border-color: var(--remedy); color: var(--remedy);
      font-weight: 600; }
    .place, .origin { color: var(--soft); font-size: .82rem; }
    .head .place { margin-left: auto; }
    .message { font-size: 1.04rem; }
    .advice { padding: .5rem .75rem; border-radius: .5rem; background: var(--good-wash); }
    .advice b { color: var(--good); }
    ins { font-weight: 600; text-decoration: none; }
    del { color: var(--soft); }
    .guidance li { padding-left: 1.1em; text-indent: -1.1em; font-size: .92rem; }
    .guidance li::before { content: "§ "; color: var(--soft); }
    .meta { color: var(--soft); font-size: .82rem; }
    .meter { display: inline-block; width: 3.5rem; height: .4rem; margin-right: .35rem;
      border-radius: 999px; background: var(--line); overflow: hidden; vertical-align: .1em; }
    .meter span { display: block; height: 100%; background: var(--tone); }
    code { font: .95em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
    .clean { padding: .9rem 1.1rem; border-radius: .9rem; background: var(--good-wash);
      color: var(--good); font-weight: 600; }
    .clean::before { content: "✓ "; }
    details { margin-top: .9rem; padding: .7rem 1.1rem; border: 1px dashed var(--line);
      border-radius: .9rem; font-size: .92rem; }
    summary { cursor: pointer; color: var(--soft); }
    .suppressed li { margin-top: .7rem; overflow-wrap: anywhere; }
    q { quotes: "“" "”"; }

    """

  private static let media = """
    @media (min-width: 60rem) {
      .columns.with-draft { grid-template-columns: minmax(0, 6fr) minmax(0, 5fr); }
      .draft { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
    }
    @media (max-width: 30rem) {
      body { padding: 0 .8rem 2rem; }
      .draft { padding: 1rem; }
      .head .place { margin-left: 0; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      body { max-width: none; background: none; }
      .languages { display: none; }
      .draft, .card { box-shadow: none; break-inside: avoid; }
      mark, .number, .advice { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    """
}
