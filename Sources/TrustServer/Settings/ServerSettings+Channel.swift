internal import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
internal import NIOCore
internal import NIOSSL
internal import TrustRules

extension ServerSettings {
  /// How connections are spoken on: HTTP/1.1, with TLS if there is a certificate.
  ///
  /// - Throws: `PackError` if certificate or key cannot be read.
  func channel(
    countingInto load: LoadCounter
  ) throws(PackError) -> HTTPServerBuilder {
    let idleTimeout = TimeAmount.seconds(Int64(limits.idleSeconds))
    let plain = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        additionalChannelHandlers: [LoadHandler(load), StallHandler(timeout: idleTimeout)],
        idleTimeout: idleTimeout,
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 16 << 10,
          maxHeaderListSize: 32 << 10,
          maxHeaderFieldCount: 100
        )
      )
    )
    guard let tlsCertificate, let tlsKey else { return plain }
    do {
      let chain = try NIOSSLCertificate.fromPEMFile(tlsCertificate)
      let key = try NIOSSLPrivateKey(file: tlsKey, format: .pem)
      return try .tls(
        plain,
        tlsConfiguration: .makeServerConfiguration(
          certificateChain: chain.map { .certificate($0) },
          privateKey: .privateKey(key)
        )
      )
    } catch {
      throw PackError([
        PackError.Issue(
          "bad-certificate",
          at: Mark(file: tlsCertificate, line: 0, column: 0),
          "certificate or key cannot be used: \(error)",
          hint: "both must be PEM files, and the key that of the first certificate"
        )
      ])
    }
  }
}
