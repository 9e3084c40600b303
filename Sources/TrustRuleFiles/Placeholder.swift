enum PlaceholderTrustRuleFiles {}
