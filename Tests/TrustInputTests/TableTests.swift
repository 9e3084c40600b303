import Testing

@testable import TrustInput

@Suite("Tables") struct TableTests {
  private func read(_ text: String, _ name: String = "a.csv") throws -> Reading {
    let folder = try Folder()
    return try Reading([folder.write(name, text)], .profile("generic"))
  }

  @Test(
    "quoting is read as RFC 4180 says, with any line ends",
    arguments: ["\n", "\r\n", "\r"]
  )
  func readsQuoted(_ end: String) throws {
    let rows = [
      "id,text,note", "1,plain,x", "2,\"a,b\",y", "3,\"he said \"\"hi\"\"\",z",
      "4,\"two\(end)lines\",", "", "5,\"\",", "6,a\"b,c", "7,\"a\"b,c", "8, \"a\",c",
    ]
    let reading = try read(rows.joined(separator: end))
    #expect(reading.failures.isEmpty)
    #expect(
      reading.texts == [
        "plain", "a,b", "he said \"hi\"", "two\(end)lines", "", "a\"b", "ab", " \"a\"",
      ]
    )
    #expect(reading.posts.map(\.place.line) == [2, 3, 4, 5, 8, 9, 10, 11])
  }

  @Test("a quotation mark that is never closed costs its line only")
  func recoversFromOpenQuotes() throws {
    let reading = try read("id,text\n1,one\n2,\"two\n3,three\n4,four\n")
    #expect(reading.texts == ["one", "three", "four"])
    #expect(reading.failures.map(\.place.line) == [3])
    #expect(reading.failures.map(\.reason) == [.malformed])
  }

  @Test("rows of another length than the header are failures")
  func refusesUnevenRows() throws {
    let reading = try read("id,text\n1,one\n2\n3,three,more\n4,four")
    #expect(reading.texts == ["one", "four"])
    #expect(reading.failures.map(\.place.line) == [3, 4])
  }

  @Test("a mark at the beginning, semicolons and tabs are understood")
  func readsOthers() throws {
    #expect(try read("\u{FEFF}text,id\nfine,1").texts == ["fine"])
    #expect(try read("text;id\na,b;1").texts == ["a,b"])
    #expect(try read("text\tid\na,b\t1", "a.tsv").texts == ["a,b"])
  }

  @Test("a table without a column of text says so for each row")
  func refusesOtherTables() throws {
    let reading = try read("a,b\n1,2\n3,4")
    #expect(reading.failures.map(\.reason) == [.noText, .noText])
  }

  @Test("the same bytes give the same rows, whatever the size of batches")
  func doesNotDependOnBatches() throws {
    let folder = try Folder()
    let rows = (0..<300).map { number in
      switch number % 6 {
      case 1: "\(number),\"a\r\nb \(number)\""
      case 2: "\(number),\"\"\"\(number)\"\"\""
      case 4: "\(number),\"\(String(repeating: "x\n", count: number * 2))\""
      default: "\(number),row"
      }
    }
    let text = "id,text\r\n" + rows.joined(separator: "\r\n") + "\r\n301,\"open\r\n302,last"
    let file = try folder.write("a.csv", text)
    var options = try InputOptions.profile("generic")
    options.limits.recordBytes = 900
    let whole = try Reading([file], options)
    #expect(whole.texts.last == "last")
    for size in [1, 7, 1000, 1 << 20] {
      options.batchBytes = size
      #expect(try Reading([file], options).records == whole.records)
    }
  }
}
