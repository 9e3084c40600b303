// The shortest program that finds something: what it takes is what starting costs.
//
//   first-finding nothing|load|zh|en
//
// `nothing` ends at once, `load` ends when the packs are ready; the others screen one post.

import TrustScreen

let until = CommandLine.arguments.dropFirst().first ?? "zh"
if until != "nothing" {
  let screener = try Screener(packs: Pack.builtIn)
  if until != "load" {
    var scratch = Screener.Scratch()
    let post = Array((until == "zh" ? "每天吃大蒜能治新冠" : "garlic cures covid").utf8)
    let report = screener.screen(utf8: post.span, using: &scratch)
    precondition(!report.findings.isEmpty, "the built-in packs find this post")
  }
}
