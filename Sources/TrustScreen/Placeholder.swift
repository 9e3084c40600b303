enum PlaceholderTrustScreen {}
