enum PlaceholderTrustPacks {}
