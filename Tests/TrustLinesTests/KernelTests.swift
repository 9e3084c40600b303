import CTrustLines
import Testing
import TrustTestSupport

@testable import TrustLines

@Suite("Kernels of the line reader") struct KernelTests {
  @Test(
    "UTF-8 is what the standard library says, with vector instructions and without",
    arguments: Seeds.all
  )
  func judgesUTF8(_ seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for round in 0..<300 {
      let bytes =
        round % 3 == 0
        ? generator.damagedBytes(pieces: round / 5) : Array(generator.text(pieces: round / 5).utf8)
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      #expect(Kernel.isUTF8(bytes.span, in: 0..<bytes.count) == isUTF8, "\(bytes)")
      let isPortablyUTF8 = unsafe bytes.withUnsafeBufferPointer { all in
        // SAFETY: the callee reads `count` bytes.
        unsafe trust_lines_is_utf8_portable(all.baseAddress, all.count) != 0
      }
      #expect(isPortablyUTF8 == isUTF8, "\(bytes)")
    }
  }

  @Test("every cut of a text is judged right, wherever vectors begin and end")
  func judgesCuts() {
    let bytes = Array(String(repeating: "aé大😷", count: 12).utf8)
    for start in bytes.indices {
      for end in start...bytes.count {
        let isUTF8 = String(validating: bytes[start..<end], as: UTF8.self) != nil
        if Kernel.isUTF8(bytes.span, in: start..<end) != isUTF8 {
          Issue.record("\(start)..<\(end)")
        }
      }
    }
  }

  @Test(
    "a stop is found wherever it is, and only a stop",
    arguments: [0x22, 0x5C, 0x00, 0x1F, 0x0A] as [UInt8]
  )
  func findsStops(_ stop: UInt8) {
    for length in 0..<70 {
      var bytes = (0..<length).map { [0x20, 0x21, 0x7F, 0x80, 0xFF, 0x5B, 0x23][$0 % 7] as UInt8 }
      #expect(Kernel.plainEnd(bytes.span, from: 0) == length)
      for place in bytes.indices {
        let kept = bytes[place]
        bytes[place] = stop
        for start in 0...place where Kernel.plainEnd(bytes.span, from: start) != place {
          Issue.record("\(length) \(place) \(start)")
        }
        bytes[place] = kept
      }
    }
  }
}
