enum PlaceholderTrustEvaluation {}
