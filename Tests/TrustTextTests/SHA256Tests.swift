import Testing

@testable import TrustText

@Suite("SHA-256") struct SHA256Tests {
  @Test(
    "the hashes are those of NIST's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopq"
          + "klmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
    ]
  )
  func agreesWithNIST(_ row: (message: String, hash: String)) {
    #expect(SHA256.hex(row.message.utf8) == row.hash)
  }

  @Test("a million a's hash as NIST says")
  func hashesLongMessages() {
    let hash = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hex(repeatElement(UInt8(ascii: "a"), count: 1_000_000)) == hash)
  }

  @Test("messages around the length of a block have hashes of their own")
  func padsBlocks() {
    let hashes = (0...130).map { SHA256.hex(repeatElement(UInt8(0), count: $0)) }
    #expect(Set(hashes).count == hashes.count)
    #expect(hashes.allSatisfy { $0.utf8.count == 64 })
    // By coreutils' sha256sum.
    #expect(hashes[55] == "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7")
    #expect(hashes[64] == "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")
  }
}
