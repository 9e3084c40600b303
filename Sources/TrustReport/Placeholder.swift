enum PlaceholderTrustReport {}
