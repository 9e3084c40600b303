internal import TrustText

/// Somebody who may use the server, known by a token.
struct Tenant: Sendable {
  var name: String
  /// SHA-256 of the token, as 64 hexadecimal digits.
  var tokenDigest: [UInt8]
  /// The policy of requests that name none; `nil` for the server's.
  var policy: String?
  /// The policies that requests may name; `nil` for all.
  var allowedPolicies: [String]?
  /// Whether it may load rules anew and read metrics of all tenants.
  var isOperator = false
  var overrides = PolicyOverrides()

  /// Whether requests may name a policy.
  func mayUse(_ id: String) -> Bool { id == policy || allowedPolicies?.contains(id) ?? true }
}

/// All who may use the server.
struct TenantList: Sendable {
  var tenants: [Tenant]

  /// Whether anybody may use the server, for want of tokens.
  var isOpen: Bool { tenants.isEmpty }

  /// The tenant with a token.
  ///
  /// Takes as long for a wrong token as for a right one: what is compared are hashes, all of each,
  /// with those of all tenants.
  func tenant(withToken token: String) -> Tenant? {
    let digest = SHA256.digits(of: Array(token.utf8))
    var found: Tenant?
    for tenant in tenants where Self.isEqual(tenant.tokenDigest, digest) { found = tenant }
    return found
  }

  private static func isEqual(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    var difference: UInt8 = 0
    for index in a.indices { difference |= a[index] ^ b[index] }
    return difference == 0
  }
}

extension Tenant {
  /// The one who runs the server and gave a single token for it.
  init(operatorWithToken token: String) {
    self.init(name: "operator", tokenDigest: SHA256.digits(of: Array(token.utf8)))
    isOperator = true
  }
}
