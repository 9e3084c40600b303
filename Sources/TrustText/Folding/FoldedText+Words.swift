extension FoldedText {
  /// Appends the folded symbols of a range as UTF-8, for fingerprints.
  package func appendUTF8(_ range: Range<Int>, to bytes: inout [UInt8]) {
    for index in range {
      for byte in (Unicode.Scalar(symbols[index]) ?? "\u{FFFD}").utf8 { bytes.append(byte) }
    }
  }
}
