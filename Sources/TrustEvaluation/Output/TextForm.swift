/// What the text form shows.
struct TextForm {
  /// How many misses, false alarms and alarms of each quiet set are listed at most.
  var cases = Int.max
  /// Whether posts are quoted.
  var includesText = true
  /// Whether curves, bins and overlaps are shown too.
  var isVerbose = false
}
