import Testing

@testable import TrustReport

@Suite("JSON") struct JSONTests {
  @Test(
    "numbers have at most four decimals and no exponent",
    arguments: [
      (0.85, "0.85"), (1, "1"), (0, "0"), (-0.0, "0"), (0.12345, "0.1235"), (0.99999, "1"),
      (0.00004, "0"), (0.0001, "0.0001"), (85, "85"), (-2.5, "-2.5"), (-0.25, "-0.25"),
      (123_456_789.5, "123456789.5"), (0.1 + 0.2, "0.3"),
    ]
  )
  func writesNumbers(_ pair: (Double, String)) {
    #expect(JSON.number(pair.0).text(.compact) == pair.1)
  }

  @Test("what is no number of JSON is null", arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func writesNoInventedNumbers(_ value: Double) {
    #expect(JSON.number(value).text(.compact) == "null")
  }

  @Test(
    "strings are escaped where a reader or a terminal would act on them",
    arguments: [
      ("say \"no\"", #""say \"no\"""#), ("a\\b", #""a\\b""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#),
      ("\u{8}\u{C}", #""\b\f""#), ("\u{0}\u{1B}[31m", #""\u0000\u001b[31m""#),
      ("\u{7F}\u{85}\u{9F}", #""\u007f\u0085\u009f""#),
      ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("大蒜😷é/", "\"大蒜😷é/\""),
    ]
  )
  func escapes(_ pair: (String, String)) throws {
    let written = JSON.string(pair.0).text(.compact)
    #expect(written == pair.1)
    #expect(try ParsedJSON(written).string == pair.0)
  }

  @Test("members keep the order they are written in, and those without a value are left out")
  func keepsOrder() {
    let value: JSON = ["z": 1, "a": nil, "m": .null, "b": [true, "x"]]
    #expect(value.text(.compact) == #"{"z":1,"m":null,"b":[true,"x"]}"#)
  }

  @Test("what is short stands on one line, what is long is broken and indented")
  func breaksLines() {
    let long = JSON.string(String(repeating: "长", count: 90))
    let value: JSON = [
      "span": ["utf8": [0, 3], "scalars": [0, 1]], "long": [long, .object([])], "none": [],
    ]
    #expect(
      value.text(.pretty) == """
        {
          "span": { "utf8": [0, 3], "scalars": [0, 1] },
          "long": [
            \(long.text(.compact)),
            {}
          ],
          "none": []
        }
        """
    )
  }

  @Test("compact and pretty forms say the same")
  func formsAgree() throws {
    let value = Draft.everything.report.jsonValue()
    #expect(try ParsedJSON(value.text(.compact)) == ParsedJSON(value.text(.pretty)))
    #expect(!value.text(.compact).contains("\n"))
  }
}
