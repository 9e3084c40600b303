/// The style of an archive's page, on top of that of evaluations.
enum ArchiveStyle {
  static let sheet = """
    .plot { display: block; width: 100%; height: auto; }
    .plot.bars { max-width: 44rem; }
    .panel { padding: 1rem 1.2rem; border: 1px solid var(--line); border-radius: .9rem;
      background: var(--paper); box-shadow: var(--shadow); }
    .bar { stroke: var(--tone); stroke-width: 1; }
    .ground { fill: var(--tone); fill-opacity: .55; }
    .lines { stroke: var(--paper); stroke-width: 1.4; fill: none; }
    .dots { fill: var(--paper); }
    .bar-name, .bar-count { font-size: 13px; fill: var(--ink); }
    .bar-count { font-variant-numeric: tabular-nums; }
    .plot .tick-name { font-size: 11px; }
    .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin: .6rem 0 0; padding: 0;
      list-style: none; font-size: .9rem; }
    .legend svg { width: 16px; height: 12px; margin-right: .4rem; }
    .tiles .bad b { color: var(--bad); }
    .sum { margin-top: .3rem; color: var(--soft); }
    .quote { max-width: 34rem; overflow-wrap: anywhere; }
    .quote q { color: var(--ink); }
    .all-good { padding: .9rem 1.1rem; border-radius: .9rem; background: var(--good-wash);
      color: var(--good); font-weight: 600; }
    .all-good::before { content: "✓ "; }
    @media print { .bar, .panel { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

    """
}
