/// What workers make of batches, each a file of the run's work folder that grows part by part.
enum OutputKind: String, CaseIterable, Sendable {
  /// Reports, one a line, as `reports.jsonl` will have them.
  case reports = "reports.jsonl"
  /// Rows of `findings.csv`.
  case findings = "findings.csv"
  /// Results of `findings.sarif`, each with a comma and a line break behind it.
  case results = "findings.sarif"
  /// Rows of `failures.jsonl`.
  case failures = "failures.jsonl"
  /// Posts, for the database.
  case posts = "posts.rows"
  /// All findings, for the database.
  case matches = "findings.rows"
  /// How many posts had no finding, for the database.
  case clean = "clean.rows"

  /// Its place in lists that have an element for each kind.
  var index: Int {
    switch self {
    case .reports: 0
    case .findings: 1
    case .results: 2
    case .failures: 3
    case .posts: 4
    case .matches: 5
    case .clean: 6
    }
  }
}
