internal import TrustEngine
internal import TrustText

/// Turns spans of one document into SARIF locations.
struct SARIFPlace {
  var artifact: JSON
  var lines: TextLines

  func location(_ span: TextSpan) -> JSON { ["physicalLocation": physical(span)] }

  func location(_ evidence: Evidence, id: Int) -> JSON {
    let role = evidence.lexicon.map { "\(evidence.role.name): \($0)" } ?? evidence.role.name
    return [
      "id": .integer(id),
      "physicalLocation": physical(evidence.span),
      "message": ["text": .string(role)],
    ]
  }

  private func physical(_ span: TextSpan) -> JSON {
    ["artifactLocation": artifact, "region": region(lines.byteRange(of: span), span)]
  }

  func region(_ range: Range<Int>, _ span: TextSpan) -> JSON {
    let region = lines.region(of: span)
    return [
      "startLine": .integer(region.start.line),
      "startColumn": .integer(region.start.column),
      "endLine": .integer(region.end.line),
      "endColumn": .integer(region.end.column),
      "charOffset": .integer(span.scalars.lowerBound),
      "charLength": .integer(span.scalars.count),
      "byteOffset": .integer(range.lowerBound),
      "byteLength": .integer(range.count),
    ]
  }
}
