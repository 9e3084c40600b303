import Foundation
try! "".write(toFile: CommandLine.arguments[2], atomically: true, encoding: .utf8)
