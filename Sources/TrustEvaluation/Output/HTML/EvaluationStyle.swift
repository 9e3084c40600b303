/// The style of the page, on top of the frame's.
///
/// What must be told apart differs in shape, line or words as well as in colour.
package enum EvaluationStyle {
  /// The sheet, to be put behind the palette and the layout of `HTMLStyle`.
  package static let sheet = palette + tables + charts + cases + media

  private static let palette = """
    :root { --label: #ffe9a3; --label-edge: #a87a00; --bad: #b3261e; --bad-wash: #fde7e5; }
    @media (prefers-color-scheme: dark) {
      :root { --label: #57470f; --label-edge: #f0c64a; --bad: #ff9d94; --bad-wash: #4a211f; }
    }
    .any { --tone: var(--ink); }
    h2 { margin: 2.6rem 0 .8rem; font-size: 1.3rem; line-height: 1.3; }
    h3 { margin: 1.2rem 0 .5rem; font-size: 1rem; overflow-wrap: anywhere; }
    section { scroll-margin-top: 1rem; }
    small { color: var(--soft); font-size: .82em; }
    .note { margin-bottom: .8rem; color: var(--soft); }
    .facts { margin-top: .4rem; }
    code { font: .92em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
      overflow-wrap: anywhere; }
    nav { display: flex; flex-wrap: wrap; gap: .3rem 1.1rem; padding: .6rem 0;
      border-bottom: 1px solid var(--line); font-size: .92rem; }
    .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
      gap: .8rem; padding: 1.1rem 0 .6rem; list-style: none; }
    .tiles li { padding: .8rem 1rem; border: 1px solid var(--line); border-radius: .9rem;
      background: var(--paper); box-shadow: var(--shadow); overflow-wrap: anywhere; }
    .tiles span { color: var(--soft); font-size: .88rem; }
    .tiles li > span:first-child { display: block; }
    .tiles b { font-size: 1.9rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .tiles small { font-size: .88rem; }
    .tiles .set { display: block; margin-top: .25rem; font-size: .8rem; }
    .unread { padding-left: 1.2rem; overflow-wrap: anywhere; }

    """

  private static let tables = """
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .7rem;
      background: var(--paper); }
    .scroll:focus-visible { outline: 2px solid var(--link); }
    table { width: 100%; word-break: keep-all; border-collapse: collapse; font-size: .9rem; line-height: 1.4;
      font-variant-numeric: tabular-nums; }
    th, td { padding: .42rem .7rem; border-top: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    thead th { border-top: 0; color: var(--soft); font-size: .82rem; font-weight: 600;
      white-space: nowrap; }
    tbody th { font-weight: 600; }
    tbody th:empty, tbody th:empty ~ td { border-top-color: transparent; }
    .about th { padding-top: .8rem; background: var(--page); font-weight: 700; }
    .rule { overflow-wrap: normal; }
    .rule span { color: var(--soft); }
    .number-cell { text-align: right; white-space: nowrap; }
    .estimate-cell { white-space: nowrap; min-width: 8.2rem; }
    .range { display: block; width: 100%; max-width: 9rem; height: .45rem; margin-top: .15rem; }
    .tiles .range { max-width: none; height: .6rem; margin-top: .4rem; }
    .track { fill: var(--line); }
    .band { fill: var(--link); opacity: .55; }
    .tick { fill: var(--ink); }
    .pair { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 1.25rem; margin-top: 1rem;
      align-items: start; }
    .dot-name::before { content: ""; display: inline-block; width: .7em; height: .7em;
      margin-right: .4em; border-radius: .2em; background: var(--tone); }
    details { margin-top: .6rem; font-size: .92rem; }
    summary { color: var(--link); cursor: pointer; }
    details .scroll { margin-top: .5rem; }
    .names code { display: inline-block; margin: .15rem .5rem .15rem 0; }

    """

  private static let charts = """
    .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr));
      gap: 1rem; align-items: start; }
    .charts.small { grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); }
    figure { min-width: 0; margin: 0; padding: .9rem 1rem; border: 1px solid var(--line);
      border-radius: .9rem; background: var(--paper); box-shadow: var(--shadow); }
    figcaption small { display: block; }
    .chart { display: block; width: 100%; max-width: 22rem; margin: .3rem auto 0; }
    .grid { stroke: var(--line); }
    .tick-name, .axis-name { fill: var(--soft); font-size: 9.5px; }
    .curve { fill: none; stroke: var(--tone); stroke-width: 1.6; stroke-linejoin: round; }
    .curve.remedy { stroke-dasharray: 6 3; }
    .curve.stigma { stroke-dasharray: 2 2.5; }
    .curve.claim { stroke-dasharray: 8 2 2 2; }
    .shape { fill: var(--tone); stroke: var(--paper); stroke-width: .8; }
    .shape.other { stroke: var(--tone); stroke-width: 1.6; }
    .chosen { fill: none; stroke: var(--ink); stroke-width: 1.2; }
    .ideal { stroke: var(--soft); stroke-dasharray: 3 3; }
    .whisker { stroke: var(--tone); stroke-width: 1.4; }
    .dot { fill: var(--tone); stroke: var(--paper); }
    .figures { color: var(--soft); font-size: .82rem; }
    .figures b { color: var(--ink); }
    .key { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: 0 0 .9rem; padding: 0;
      list-style: none; font-size: .92rem; }
    .key svg { width: 30px; height: 12px; margin-right: .4rem; }

    """

  private static let cases = """
    .cases { display: grid; grid-template-columns: minmax(0, 1fr); gap: .9rem; }
    .case { margin: 0; padding: .9rem 1.1rem; border: 1px solid var(--line); border-radius: .9rem;
      background: var(--paper); box-shadow: var(--shadow); overflow-wrap: anywhere; }
    .case header { display: flex; flex-wrap: wrap; gap: .1rem 1rem;
      justify-content: space-between; font-size: .9rem; }
    .case h3 { margin: 0; font-size: .9rem; }
    .tag { padding: 0 .55em; border: 1px solid var(--line); border-radius: 999px;
      font-size: .78rem; font-weight: 400; color: var(--soft); }
    .post { margin: .5rem 0; padding: .6rem .9rem; border-radius: .6rem; background: var(--page);
      line-height: 2; white-space: pre-wrap; unicode-bidi: isolate; }
    mark { padding: .12em 0; background: none; color: inherit;
      -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    mark.label { background: var(--label); border-bottom: 1px solid var(--label-edge); }
    mark.right, mark.wrong, mark.idle, mark.excused { text-decoration: underline 2px;
      text-decoration-skip-ink: none; text-underline-offset: .28em; }
    mark.right { text-decoration-color: var(--good); }
    mark.wrong { text-decoration-color: var(--bad); text-decoration-style: wavy; }
    mark.idle { text-decoration-color: var(--claim); text-decoration-style: dashed; }
    mark.excused { text-decoration-color: var(--soft); text-decoration-style: dotted;
      text-underline-offset: .5em; }
    mark.cue, q.cue { padding: 0 .15em; border: 1px solid var(--soft); border-radius: .25em; }
    .ref { padding: 0 .25em; font-size: .7rem; font-weight: 700; line-height: 1; }
    .ref.label { color: var(--label-edge); }
    .ref.right { color: var(--good); }
    .ref.wrong { color: var(--bad); }
    .ref.idle { color: var(--claim); }
    .ref.excused { color: var(--soft); }
    span.ref { border: 1px solid currentColor; border-radius: .3em; font-size: .76rem; }
    .why { padding: 0; list-style: none; }
    .why li { margin-top: .55rem; }
    .why .facts { color: var(--soft); font-size: .86rem; }
    .why .facts, .why p { margin-top: .1rem; }
    .reason { font-weight: 600; }
    .badge { padding: .05em .6em; border-radius: 999px; background: var(--line);
      font-size: .8rem; font-weight: 600; }
    .badge.bad { background: var(--bad-wash); color: var(--bad); }
    .badge.bad::before { content: "✕ "; }
    .badge.good { background: var(--good-wash); color: var(--good); }
    .badge.good::before { content: "✓ "; }
    q { quotes: "“" "”"; }

    """

  private static let media = """
    @media (min-width: 56rem) {
      .pair { grid-template-columns: repeat(2, minmax(0, 1fr)); }
    }
    @media (max-width: 30rem) {
      body { padding: 0 .8rem 2rem; }
      .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .case { padding: .8rem; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      body { max-width: none; background: none; }
      .languages, nav { display: none; }
      .scroll { overflow: visible; }
      figure, .case, .tiles li, tr { box-shadow: none; break-inside: avoid; }
      h2, h3 { break-after: avoid; }
      mark, .badge, .band, .track { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    """
}
