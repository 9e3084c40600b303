internal import HTTPTypes

// All problems there are; openapi.yaml lists them with what a caller can do.
extension Problem {
  static func malformed(_ failure: JSONReader.Failure) -> Problem {
    let place = "at byte \(failure.offset)"
    switch failure.reason {
    case .malformed(let expected):
      return badRequest("malformed-json", "The body is not JSON: expected \(expected) \(place).")
    case .invalidUTF8:
      return badRequest("invalid-utf8", "The string \(place) is not UTF-8.")
    case .tooDeep(let limit):
      return badRequest("too-deep", "Values stand in each other deeper than \(limit) \(place).")
    case .tooManyValues(let limit):
      return badRequest("too-complex", "There are more than \(limit) values in the body.")
    case .repeatedName(let name):
      return badRequest(
        "repeated-name",
        "The name “\(name.prefix(64))” stands twice in an object, \(place)."
      )
    }
  }

  static func badRequest(_ code: String, _ detail: String) -> Problem {
    Problem(status: .badRequest, code: code, title: "The request cannot be read", detail: detail)
  }

  static func invalid(_ faults: [Fault]) -> Problem {
    Problem(
      status: .unprocessableContent,
      code: "invalid-body",
      title: "The body says what it may not",
      detail: "There are \(faults.count) mistakes; “errors” has each with its place.",
      faults: Array(faults.prefix(100))
    )
  }

  static func unknownPolicy(_ name: String) -> Problem {
    Problem(
      status: .notFound,
      code: "unknown-policy",
      title: "There is no such policy",
      detail: "No policy “\(name)” may be used here; GET /v1/policies lists those that may.",
      faults: [
        Fault(
          pointer: .root.member("policy"),
          code: "unknown-policy",
          detail: "there is no such policy"
        )
      ]
    )
  }

  static func tooLarge(limit: Int) -> Problem {
    Problem(
      status: .contentTooLarge,
      code: "too-large",
      title: "The body is too large",
      detail: "A body may have \(limit) bytes; send fewer items at a time.",
      endsConnection: true
    )
  }

  static func tooSlow(seconds: Int) -> Problem {
    Problem(
      status: .requestTimeout,
      code: "too-slow",
      title: "The body took too long",
      detail: "A body must be here within \(seconds) seconds.",
      endsConnection: true
    )
  }

  static func unsupportedType(_ wanted: String) -> Problem {
    Problem(
      status: .unsupportedMediaType,
      code: "unsupported-type",
      title: "This kind of body is not read",
      detail: "Send \(wanted)."
    )
  }

  static let busy = Problem(
    status: .tooManyRequests,
    code: "busy",
    title: "Too much is under way",
    detail: "As many requests are being answered as may be; try again after a moment.",
    headers: [.retryAfter: "1"]
  )

  static let unauthorized = Problem(
    status: .unauthorized,
    code: "unauthorized",
    title: "A token is needed",
    detail: "Send “Authorization: Bearer …” with a token that this server knows.",
    headers: [.wwwAuthenticate: #"Bearer realm="trustscreen""#]
  )

  static func forbidden(_ detail: String) -> Problem {
    Problem(status: .forbidden, code: "forbidden", title: "This is not allowed", detail: detail)
  }

  static let misdirected = Problem(
    status: .misdirectedRequest,
    code: "misdirected",
    title: "This server does not answer for that host",
    detail: "Without tokens it answers for localhost only, so that no web page reads it by another "
      + "name."
  )

  static let notFound = Problem(
    status: .notFound,
    code: "not-found",
    title: "There is nothing here",
    detail: "GET /openapi.yaml lists what there is."
  )

  static func methodNotAllowed(_ allowed: [String]) -> Problem {
    Problem(
      status: .methodNotAllowed,
      code: "method-not-allowed",
      title: "This method does nothing here",
      detail: "Allowed: \(allowed.joined(separator: ", ")).",
      headers: [.allow: allowed.joined(separator: ", ")]
    )
  }

  static let notReloaded = Problem(
    status: .conflict,
    code: "not-reloaded",
    title: "The new rules were refused",
    detail: "The old rules stay in force; “errors” says what is wrong with the new ones."
  )

  static let internalError = Problem(
    status: .internalServerError,
    code: "internal",
    title: "Something went wrong here",
    detail: "The request was not answered; the server's log knows it by its request id."
  )
}
