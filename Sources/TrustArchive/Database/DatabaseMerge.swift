internal import GRDB

/// Adds the database of a run to one of several runs.
struct DatabaseMerge {
  /// The database of one run.
  let addition: String
  let run: String

  /// Adds the run; one that is there already is left as it is.
  ///
  /// Posts, accounts, agencies and findings that are there are not doubled: a post is known by its key,
  /// a finding by its post, place and fingerprint. Posts without findings are known by their keys if the
  /// run kept them, as it does when it is made to be added to others; counts of others are added up.
  func callAsFunction(into path: String) throws(ArchiveError) {
    let database = try ArchiveDatabase(path: path, isNew: !Files.exists(path))
    do {
      try database.queue.writeWithoutTransaction { db in
        try db.execute(sql: "ATTACH DATABASE ? AS addition", arguments: [addition])
        try db.inTransaction(.immediate) {
          let isThere = try Bool.fetchOne(
            db,
            sql: "SELECT EXISTS (SELECT 1 FROM runs WHERE id = ?)",
            arguments: [run]
          )
          if isThere != true { try merge(db) }
          return .commit
        }
        try db.execute(sql: "DETACH DATABASE addition")
      }
    } catch { throw .database(path, error) }
    try database.close()
  }

  private func merge(_ db: Database) throws {
    try db.execute(sql: Self.shared + Self.posts)
    let groups = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) FROM main.clean") ?? 0
    try db.execute(sql: Self.found)
    try db.execute(sql: Self.clean, arguments: ["groups": groups])
    try db.execute(sql: Self.seen, arguments: ["groups": groups])
    try db.execute(sql: Self.findings)
    try ArchiveDatabase.makeIndexes(db)
    try index(db)
    try Clusters.assign(db)
  }

  private static let shared = """
    INSERT INTO main.runs SELECT * FROM addition.runs;
    INSERT INTO main.agencies (name)
      SELECT name FROM addition.agencies WHERE true ORDER BY id ON CONFLICT DO NOTHING;
    INSERT INTO main.files (path)
      SELECT path FROM addition.files WHERE true ORDER BY id ON CONFLICT DO NOTHING;
    INSERT INTO main.accounts (platform, account, name, verified)
      SELECT platform, account, name, verified FROM addition.accounts WHERE true ORDER BY id
      ON CONFLICT (platform, account) DO UPDATE
        SET name = coalesce(excluded.name, name), verified = coalesce(excluded.verified, verified);
    INSERT INTO main.failures (run, file, line, offset, outcome, reason, detail)
      SELECT run, file, line, offset, outcome, reason, detail FROM addition.failures ORDER BY id;

    """

  private static let posts = """
    INSERT INTO main.posts (key, run, sightings, platform, post, account, agency, location, time, day,
      url, file, line, offset, partial, flagged, findings, sketch, text)
    SELECT p.key, p.run, p.sightings, p.platform, p.post, ours.id, agency.id, p.location, p.time, p.day,
      p.url, file.id, p.line, p.offset, p.partial, p.flagged, p.findings, p.sketch, p.text
    FROM addition.posts p
      LEFT JOIN addition.accounts theirs ON theirs.id = p.account
      LEFT JOIN main.accounts ours
        ON ours.platform = theirs.platform AND ours.account = theirs.account
      LEFT JOIN addition.agencies a ON a.id = p.agency
      LEFT JOIN main.agencies agency ON agency.name = a.name
      JOIN addition.files f ON f.id = p.file
      JOIN main.files file ON file.path = f.path
    WHERE true ORDER BY p.id
    ON CONFLICT (key) DO UPDATE SET sightings = sightings + excluded.sightings,
      flagged = max(flagged, excluded.flagged), sketch = coalesce(sketch, excluded.sketch),
      text = coalesce(text, excluded.text);

    """

  /// Posts in which nothing was found before, and now something is.
  private static let found = """
    UPDATE main.clean SET posts = clean.posts - found.posts
    FROM (
      SELECT clean AS id, count(*) AS posts FROM main.seen
      WHERE key IN (SELECT key FROM addition.posts) GROUP BY clean
    ) found
    WHERE clean.id = found.id;
    DELETE FROM main.seen WHERE key IN (SELECT key FROM addition.posts);

    """

  /// The run's groups behind those that are there, without the posts that are known.
  private static let clean = """
    INSERT INTO main.clean (id, run, account, agency, platform, location, posts)
    SELECT c.id + :groups, c.run, ours.id, agency.id, c.platform, c.location,
      c.posts - coalesce(known.posts, 0)
    FROM addition.clean c
      LEFT JOIN addition.accounts theirs ON theirs.id = c.account
      LEFT JOIN main.accounts ours
        ON ours.platform = theirs.platform AND ours.account = theirs.account
      LEFT JOIN addition.agencies a ON a.id = c.agency
      LEFT JOIN main.agencies agency ON agency.name = a.name
      LEFT JOIN (
        SELECT clean AS id, count(*) AS posts FROM addition.seen s
        WHERE EXISTS (SELECT 1 FROM main.seen WHERE seen.key = s.key)
          OR EXISTS (SELECT 1 FROM main.posts WHERE posts.key = s.key)
        GROUP BY clean
      ) known ON known.id = c.id
    ORDER BY c.id
    """

  private static let seen = """
    INSERT INTO main.seen (key, clean)
    SELECT s.key, s.clean + :groups FROM addition.seen s
    WHERE NOT EXISTS (SELECT 1 FROM main.posts WHERE posts.key = s.key)
    ON CONFLICT DO NOTHING
    """

  private static let findings = """
    INSERT INTO main.findings (post, rule, category, kind, severity, status, confidence, counts, accepted,
      field, start, "end", words, fingerprint, detail)
    SELECT ours.id, f.rule, f.category, f.kind, f.severity, f.status, f.confidence, f.counts, f.accepted,
      f.field, f.start, f."end", f.words, f.fingerprint, f.detail
    FROM addition.findings f
      JOIN addition.posts theirs ON theirs.id = f.post
      JOIN main.posts ours ON ours.key = theirs.key
    WHERE NOT EXISTS (SELECT 1 FROM main.findings known WHERE known.post = ours.id
      AND known.fingerprint = f.fingerprint AND known.field = f.field AND known.start = f.start)
    ORDER BY f.id;
    UPDATE main.posts SET findings = (SELECT count(*) FROM main.findings f WHERE f.post = posts.id)
      WHERE key IN (SELECT key FROM addition.posts WHERE findings > 0);

    """

  /// Makes the words of posts findable that were not there, or had none.
  private func index(_ db: Database) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT ours.id AS id, ours.text AS text FROM addition.posts theirs
        JOIN main.posts ours ON ours.key = theirs.key
        WHERE theirs.text IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM main.search WHERE search.rowid = ours.id)
        ORDER BY ours.id
        """
    )
    while let row = try rows.next() {
      let (id, text): (Int64, String) = (row["id"], row["text"])
      try db.cachedStatement(sql: "INSERT INTO search (rowid, tokens) VALUES (?, ?)")
        .execute(arguments: [id, SearchTokens.text(of: text)])
    }
  }
}
