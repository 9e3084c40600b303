internal import TrustReport

extension CaseFile {
  /// The case file for programs.
  var json: JSON {
    [
      "schema": "trustscreen.case/1",
      "number": .integer(Int(id)),
      "id": .optional(post),
      "platform": .optional(platform),
      "account": .optional(account),
      "accountName": .optional(accountName),
      "verified": isVerified.map(JSON.bool) ?? .null,
      "agency": .optional(agency),
      "location": .optional(location),
      "time": .optional(time),
      "url": .optional(url),
      "place": .string(place),
      "partial": .bool(isPartial),
      "sightings": .integer(sightings),
      "text": text.map(JSON.string),
      "findings": .list(findings) { $0.json },
      "history": history.map { row in
        [
          "posts": .integer(row.posts), "flagged": .integer(row.flagged),
          "low": .number(row.rate.low), "high": .number(row.rate.high),
          "others": .list(earlier) { other in
            [
              "number": .integer(Int(other.id)), "id": .optional(other.post),
              "time": .optional(other.time), "url": .optional(other.url),
              "rules": .string(other.rules),
            ]
          },
        ]
      } ?? .null,
      "cluster": cluster.map { row in
        [
          "posts": .integer(row.posts), "accounts": .integer(row.accounts),
          "platforms": .string(row.platforms), "agencies": .string(row.agencies),
          "firstSeen": .string(row.firstSeen), "lastSeen": .string(row.lastSeen),
        ]
      } ?? .null,
    ]
  }
}

extension CaseFile.Finding {
  /// The finding, with what a person is told of it.
  var json: JSON {
    [
      "rule": .string(rule),
      "category": .string(category),
      "kind": .string(detail.kind),
      "severity": .string(detail.severity),
      "confidence": .number(detail.confidence),
      "counts": .bool(counts),
      "accepted": .bool(isAccepted),
      "words": words.map(JSON.string),
      "evidence": detail.evidenceWords.map(JSON.strings),
      "message": detail.message.map(Self.json),
      "suggestion": detail.suggestion.map(Self.json),
      "replacement": detail.replacement.map(JSON.string),
      "guidance": .list(detail.guidance) { source in
        [
          "id": .string(source.id), "title": Self.json(source.title),
          "publisher": source.publisher.map(JSON.string), "date": source.date.map(JSON.string),
          "url": source.url.map(JSON.string),
        ]
      },
      "fingerprint": .string(detail.fingerprint),
    ]
  }

  private static func json(_ text: FindingDetail.Text) -> JSON {
    ["zh": .string(text.zh), "en": .string(text.en)]
  }
}
