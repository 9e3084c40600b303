internal import CTrustICU

/// Probabilities on the scale on which pieces of evidence add up.
package enum LogOdds {
  /// Nearer to 0 and 1 probabilities are not told apart.
  private static let least = 1e-6

  /// The logarithm of a probability's odds.
  package static func of(_ probability: Double) -> Double {
    let probability = min(max(probability, least), 1 - least)
    return trust_log(probability / (1 - probability))
  }

  /// The probability with so high odds: the logistic function.
  package static func probability(_ logOdds: Double) -> Double { 1 / (1 + trust_exp(-logOdds)) }

  /// What is left of a probability if violations are more or less frequent than where it was
  /// measured: logit p′ = logit p + logit π′ − logit π.
  ///
  /// Worked out in odds, so that it is exact at 0, at 1 and where both rates are the same.
  package static func shift(_ probability: Double, from rate: Double, to other: Double) -> Double {
    guard rate != other else { return probability }
    let weight = probability * other * (1 - rate)
    let against = (1 - probability) * (1 - other) * rate
    return weight / (weight + against)
  }

  /// The natural logarithm.
  package static func log(_ x: Double) -> Double { trust_log(x) }
}
