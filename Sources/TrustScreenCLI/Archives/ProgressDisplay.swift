internal import Foundation
internal import TrustArchive

/// Shows how far a run is: one line that is redrawn on a terminal, a line every few seconds in a log.
struct ProgressDisplay {
  private let isTerminal: Bool
  /// How long all inputs are; `nil` if that is not known.
  private let size: Int?
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private var hasLine = false
  private var stage: RunProgress.Stage?
  /// What was done before this process began to screen, which says nothing of its speed.
  private var before: (bytes: Int, seen: Int, source: Int, time: ContinuousClock.Instant)?

  init(size: Int?, isTerminal: Bool) {
    self.size = size
    self.isTerminal = isTerminal
  }

  /// Takes note of progress, and shows it if it is time.
  mutating func show(_ progress: RunProgress) {
    let now = ContinuousClock.now
    let isNew = progress.stage != stage
    stage = progress.stage
    if progress.stage == .screening, before == nil {
      before = (progress.bytes, progress.totals.seen, progress.sourceBytesRead, now)
    }
    let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(5)
    let isDue = shown.map { now - $0 >= pause } ?? (isTerminal || now - start >= pause)
    guard isDue || isNew && (isTerminal || shown != nil) else { return }
    shown = now
    write(line(progress, now))
  }

  /// Leaves the terminal's line.
  mutating func end() {
    if hasLine { FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8)) }
    hasLine = false
  }

  private mutating func write(_ line: String) {
    let text = isTerminal ? "\r\u{1B}[2K\(line)" : line + "\n"
    hasLine = isTerminal
    FileHandle.standardError.write(Data(text.utf8))
  }

  private func line(_ progress: RunProgress, _ now: ContinuousClock.Instant) -> String {
    let totals = progress.totals
    let done = "\(totals.seen) posts, \(totals.flagged) flagged, \(totals.failed) failed"
    switch progress.stage {
    case .checking: return "checking what is done: \(done)"
    case .finishing: return "writing results: \(done)"
    case .screening:
      return [share(progress), done, speed(progress, now)].compactMap(\.self).joined(
        separator: " · "
      )
    }
  }

  private func share(_ progress: RunProgress) -> String? {
    guard let size, size > 0 else { return nil }
    return "\(min(100, 100 * progress.sourceBytesRead / size))%"
  }

  private func speed(_ progress: RunProgress, _ now: ContinuousClock.Instant) -> String? {
    guard let before else { return nil }
    let seconds = (now - before.time) / .seconds(1)
    guard seconds > 0.5 else { return nil }
    let posts = Int(Double(progress.totals.seen - before.seen) / seconds)
    let megabytes = Double(progress.bytes - before.bytes) / seconds / 1e6
    let rate = "\(posts) posts/s, \(String(format: "%.1f", megabytes)) MB/s"
    let read = Double(progress.sourceBytesRead - before.source) / seconds
    guard let size, read > 0 else { return rate }
    return "\(rate) · \(Self.time(Double(size - progress.sourceBytesRead) / read)) left"
  }

  private static func time(_ seconds: Double) -> String {
    let all = max(0, Int(seconds.rounded(.up)))
    let (hours, minutes) = (all / 3600, all / 60 % 60)
    if hours > 0 { return "\(hours) h \(minutes) min" }
    return minutes > 0 ? "\(minutes) min \(all % 60) s" : "\(all) s"
  }
}
