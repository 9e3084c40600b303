import Testing

@testable import TrustEngine
@testable import TrustReport
@testable import TrustRules

@Suite("For spreadsheets") struct CSVFormatTests {
  static let header =
    "path,line,column,start,end,category,kind,severity,status,confidence,rule,text,message,"
    + "suggestion,replacement,softened_by,guidance,url,fingerprint"

  /// Splits lines at CRLF, which Swift takes for one character.
  func rows(_ text: String) -> [String] {
    text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test("every finding is a row")
  func golden() {
    let rows = rows(Draft.everything.render(.csv))
    #expect(
      rows == [
        Self.header,
        "草稿 1.txt,1,6,5,14,false-remedy,cure,high,stable,0.85,sample/remedy.cures,"
          + "大蒜能杀死新冠病毒,There is no evidence that this works.,Leave it out.,,attributed,"
          + "sample-guide,https://guide.example/garlic?a=1&b=2,f00d",
        "草稿 1.txt,2,1,17,21,stigmatising-language,naming,medium,stable,0.9,sample/name.place,"
          + "武汉肺炎,Use the official name.,,COVID-19,,,,f00d",
        "草稿 1.txt,2,5,21,27,unverified-claim,rumour,low,stable,0.6,sample/claim.hearsay,"
          + "又来了，速转,There is no source to check.,,,,,,f00d",
        "",
      ]
    )
  }

  @Test(
    "a field can neither start a formula nor break its row",
    arguments: [
      ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
      ("\ta", "'\ta"), ("\ra", "\"'\ra\""), ("＝1", "'＝1"), ("a=1", "a=1"), ("a,b", "\"a,b\""),
      ("say \"no\"", "\"say \"\"no\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
      ("=\"a\"", "\"'=\"\"a\"\"\""), ("大蒜", "大蒜"),
    ]
  )
  func guardsFields(_ pair: (String, String)) {
    let text = Draft("甲", path: pair.0).flagging("甲").render(.csv)
    #expect(text.unicodeScalars.starts(with: "\(Self.header)\r\n\(pair.1),1,1,0,1,".unicodeScalars))
  }

  @Test("no findings leave the header, and no text leaves no words")
  func empty() {
    #expect(ReportFormat.csv.render([]) == Self.header + "\r\n")
    let silent = Draft.everything.render(.csv, ReportOptions(language: "zh", includesText: false))
    #expect(!silent.contains("大蒜"))
    #expect(!silent.contains("没有证据"))
    #expect(silent.contains(",sample/remedy.cures,,,,,attributed,"))
  }
}
