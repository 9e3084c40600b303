import TrustScreen

// Looks for posts that the quick look calls clean though the thorough pass would look into them, and
// for bytes that make either fail.
//
// The screener asserts after each “clean” that the thorough pass agrees, so it must be built with
// assertions: then a wrong “clean” is a crash, and the fuzzer keeps the bytes.

/// Runs one input; answers 0, to go on.
private func screen(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe UnsafeBufferPointer(start: bytes, count: count)
  _ = unsafe screener.screen(utf8: input.span, using: &scratch)
  return 0
}

/// `LLVMFuzzerRunDriver` of libFuzzer.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

nonisolated(unsafe) private let screener = try Screener(packs: Pack.builtIn)
nonisolated(unsafe) private var scratch = Screener.Scratch()

var count = CommandLine.argc
var arguments = unsafe CommandLine.unsafeArgv
_ = unsafe runFuzzer(&count, &arguments, screen)
