internal import GRDB

extension ArchiveDatabase {
  /// Makes the tables of a new database.
  ///
  /// `posts` has the posts with findings and those of which only a part was screened. Others are only
  /// counted, in `clean`, unless the run was asked for all; `screened` counts both.
  /// The tables are strict, so that what is read from one has the type that is expected.
  static func makeTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE runs (
          id TEXT PRIMARY KEY,            -- a digest of inputs, rules and options
          engine TEXT NOT NULL,
          rules TEXT NOT NULL,            -- JSON: engine, packs, data versions
          inputs TEXT NOT NULL,           -- JSON
          seen INTEGER NOT NULL, screened INTEGER NOT NULL, partial INTEGER NOT NULL,
          failed INTEGER NOT NULL, flagged INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE agencies (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE accounts (
          id INTEGER PRIMARY KEY,
          platform TEXT NOT NULL,         -- empty if unknown
          account TEXT NOT NULL,
          name TEXT,
          verified INTEGER,
          UNIQUE (platform, account)
        ) STRICT;
        CREATE TABLE files (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;
        CREATE TABLE posts (
          id INTEGER PRIMARY KEY,
          key BLOB NOT NULL UNIQUE,       -- the same post has the same key in every run
          run TEXT NOT NULL REFERENCES runs,
          sightings INTEGER NOT NULL DEFAULT 1,
          platform TEXT, post TEXT,
          account INTEGER REFERENCES accounts,
          agency INTEGER REFERENCES agencies,
          location TEXT, time TEXT, day TEXT, url TEXT,
          file INTEGER NOT NULL REFERENCES files,
          line INTEGER NOT NULL, offset INTEGER NOT NULL,
          partial INTEGER NOT NULL DEFAULT 0,
          flagged INTEGER NOT NULL DEFAULT 0,
          findings INTEGER NOT NULL DEFAULT 0,
          sketch BLOB,                    -- MinHash, 32 numbers of 32 bits
          cluster INTEGER,                -- the first of the near-duplicates
          text TEXT
        ) STRICT;
        CREATE TABLE clean (              -- posts without findings that are not in posts
          id INTEGER PRIMARY KEY,
          run TEXT NOT NULL REFERENCES runs,
          account INTEGER REFERENCES accounts,
          agency INTEGER REFERENCES agencies,
          platform TEXT, location TEXT,
          posts INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE seen (               -- the keys of posts in clean, of runs with --append
          key BLOB PRIMARY KEY,
          clean INTEGER NOT NULL REFERENCES clean
        ) STRICT, WITHOUT ROWID;
        CREATE VIEW screened AS
          SELECT account, agency, platform, location, flagged, 1 AS posts FROM posts
          UNION ALL SELECT account, agency, platform, location, 0, posts FROM clean;
        CREATE TABLE findings (
          id INTEGER PRIMARY KEY,
          post INTEGER NOT NULL REFERENCES posts,
          rule TEXT NOT NULL, category TEXT NOT NULL, kind TEXT NOT NULL,
          severity INTEGER NOT NULL,      -- 0 info to 4 critical
          status TEXT NOT NULL, confidence REAL NOT NULL,
          counts INTEGER NOT NULL,        -- whether it makes its post count as flagged
          accepted INTEGER NOT NULL,      -- by the baseline
          field TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
          words TEXT,
          fingerprint TEXT NOT NULL,
          detail TEXT NOT NULL            -- JSON, as in reports
        ) STRICT;
        CREATE INDEX findings_post ON findings (post);    -- asked for each finding that is put in
        CREATE TABLE failures (
          id INTEGER PRIMARY KEY,
          run TEXT NOT NULL REFERENCES runs,
          file TEXT NOT NULL, line INTEGER NOT NULL, offset INTEGER NOT NULL,
          outcome TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT
        ) STRICT;
        CREATE VIRTUAL TABLE search USING fts5(tokens, content = '', tokenize = 'unicode61');
        PRAGMA user_version = 2;
        """
    )
  }

  /// The statements that made the tables and views, in the order of their names.
  static func statements(_ db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT sql FROM sqlite_master WHERE type IN ('table', 'view') AND sql IS NOT NULL ORDER BY name
        """
    )
  }

  /// Makes the indexes, after the rows of a new database: sorting once is cheaper.
  static func makeIndexes(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE INDEX IF NOT EXISTS posts_account ON posts (account, flagged)
          WHERE account IS NOT NULL;
        CREATE INDEX IF NOT EXISTS posts_agency ON posts (agency, flagged)
          WHERE agency IS NOT NULL;
        CREATE INDEX IF NOT EXISTS posts_day ON posts (day) WHERE findings > 0;
        CREATE INDEX IF NOT EXISTS posts_post ON posts (post) WHERE findings > 0;
        CREATE INDEX IF NOT EXISTS posts_cluster ON posts (cluster) WHERE cluster IS NOT NULL;
        CREATE INDEX IF NOT EXISTS clean_account ON clean (account) WHERE account IS NOT NULL;
        CREATE INDEX IF NOT EXISTS findings_rule ON findings (rule);
        CREATE INDEX IF NOT EXISTS findings_fingerprint ON findings (fingerprint);
        """
    )
  }
}
