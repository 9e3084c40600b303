import Testing

@testable import TrustRules

@Suite("Inflection") struct InflectionTests {
  @Test(
    "a word has its regular or irregular forms",
    arguments: [
      ("cure", ["cure", "cures", "cured", "curing"]),
      ("heal", ["heal", "heals", "healed", "healing"]),
      ("stop", ["stop", "stops", "stopped", "stopping"]),
      ("kill", ["kill", "kills", "killed", "killing"]),
      ("treat", ["treat", "treats", "treated", "treating"]),
      ("prevent", ["prevent", "prevents", "prevented", "preventing"]),
      ("fix", ["fix", "fixes", "fixed", "fixing"]),
      ("wash", ["wash", "washes", "washed", "washing"]),
      ("cough", ["cough", "coughs", "coughed", "coughing"]),
      ("remedy", ["remedy", "remedies", "remedied", "remedying"]),
      ("spray", ["spray", "sprays", "sprayed", "spraying"]),
      ("die", ["die", "dies", "died", "dying"]),
      ("agree", ["agree", "agrees", "agreed", "agreeing"]),
      ("dye", ["dye", "dyes", "dyed", "dyeing"]),
      ("show", ["show", "shows", "showed", "shown", "showing"]),
      ("take", ["take", "takes", "took", "taken", "taking"]),
      ("person", ["person", "people", "persons"]), ("woman", ["woman", "women"]),
      ("Drink", ["drink", "drinks", "drank", "drunk", "drinking"]),
      ("put", ["put", "puts", "putting"]),
    ]
  )
  func inflects(_ row: (word: String, forms: [String])) {
    #expect(Inflection.forms(of: row.word) == row.forms)
  }

  @Test("the word itself comes first and no form twice", arguments: ["a", "be", "x", "ee", "bus"])
  func opensWithTheWord(_ word: String) {
    let forms = Inflection.forms(of: word)
    #expect(forms.first == word)
    #expect(Set(forms).count == forms.count)
  }

  @Test(
    "a stressed last syllable doubles its consonant in longer words too",
    arguments: [("transmit", "transmitted"), ("admit", "admitting"), ("quit", "quitting")]
  )
  func doublesInLongerWords(_ row: (word: String, form: String)) {
    #expect(Inflection.forms(of: row.word).contains(row.form))
  }
}
