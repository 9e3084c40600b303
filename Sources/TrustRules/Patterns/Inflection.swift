/// The forms of an English word that `~` stands for: plural or third person, past, and -ing.
///
/// Verbs and nouns are not told apart, so that some forms are no words; they do no harm, as
/// nobody writes them.
package enum Inflection {
  /// The word and its forms, in lower case, without repetitions.
  package static func forms(of word: String) -> [String] {
    let word = word.lowercased()
    if let irregular = irregular[word] { return [word] + irregular }
    var forms = [word]
    for form in [third(word), past(word), ing(word)] where !forms.contains(form) {
      forms.append(form)
    }
    return forms
  }

  private static func third(_ word: String) -> String {
    if endsInConsonantY(word) { return word.dropLast() + "ies" }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    return word + (hisses ? "es" : "s")
  }

  private static func past(_ word: String) -> String {
    if endsInConsonantY(word) { return word.dropLast() + "ied" }
    if word.hasSuffix("e") { return word + "d" }
    return doubled(word) + "ed"
  }

  private static func ing(_ word: String) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("ye") {
      return word.dropLast() + "ing"
    }
    return doubled(word) + "ing"
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  private static func endsInConsonantY(_ word: String) -> Bool {
    guard word.hasSuffix("y"), let before = word.dropLast().last else { return false }
    return !isVowel(before)
  }

  /// `stop` as `stopp`: a word of one syllable that ends consonant, vowel, consonant.
  private static func doubled(_ word: String) -> String {
    if stressedAtTheEnd.contains(word) { return word + String(word.suffix(1)) }
    let letters = Array(word)
    guard letters.count >= 3, letters.filter(isVowel).count == 1,
      !isVowel(letters[letters.count - 1]), isVowel(letters[letters.count - 2]),
      !"wxy".contains(letters[letters.count - 1])
    else { return word }
    return word + String(letters[letters.count - 1])
  }

  /// Longer words whose last syllable is stressed, so that they double too.
  private static let stressedAtTheEnd: Set<String> = [
    "admit", "commit", "compel", "control", "defer", "emit", "equip", "expel", "infer", "omit",
    "permit", "prefer", "propel", "quit", "rebut", "refer", "regret", "submit", "transfer",
    "transmit",
  ]

  private static let irregular: [String: [String]] = [
    "be": ["is", "are", "am", "was", "were", "been", "being"],
    "beat": ["beats", "beaten", "beating"],
    "become": ["becomes", "became", "becoming"],
    "begin": ["begins", "began", "begun", "beginning"],
    "bring": ["brings", "brought", "bringing"],
    "build": ["builds", "built", "building"],
    "burn": ["burns", "burned", "burnt", "burning"],
    "buy": ["buys", "bought", "buying"],
    "catch": ["catches", "caught", "catching"],
    "child": ["children"],
    "come": ["comes", "came", "coming"],
    "do": ["does", "did", "done", "doing"],
    "drink": ["drinks", "drank", "drunk", "drinking"],
    "eat": ["eats", "ate", "eaten", "eating"],
    "fight": ["fights", "fought", "fighting"],
    "find": ["finds", "found", "finding"],
    "foot": ["feet"],
    "forget": ["forgets", "forgot", "forgotten", "forgetting"],
    "get": ["gets", "got", "gotten", "getting"],
    "give": ["gives", "gave", "given", "giving"],
    "go": ["goes", "went", "gone", "going"],
    "grow": ["grows", "grew", "grown", "growing"],
    "have": ["has", "had", "having"],
    "hear": ["hears", "heard", "hearing"],
    "hide": ["hides", "hid", "hidden", "hiding"],
    "hit": ["hits", "hitting"],
    "hold": ["holds", "held", "holding"],
    "hurt": ["hurts", "hurting"],
    "keep": ["keeps", "kept", "keeping"],
    "know": ["knows", "knew", "known", "knowing"],
    "leave": ["leaves", "left", "leaving"],
    "let": ["lets", "letting"],
    "lie": ["lies", "lied", "lying"],
    "lose": ["loses", "lost", "losing"],
    "make": ["makes", "made", "making"],
    "man": ["men"],
    "mean": ["means", "meant", "meaning"],
    "melt": ["melts", "melted", "melting"],
    "mouse": ["mice"],
    "overcome": ["overcomes", "overcame", "overcoming"],
    "pay": ["pays", "paid", "paying"],
    "person": ["people", "persons"],
    "put": ["puts", "putting"],
    "read": ["reads", "reading"],
    "rid": ["rids", "ridding"],
    "run": ["runs", "ran", "running"],
    "say": ["says", "said", "saying"],
    "see": ["sees", "saw", "seen", "seeing"],
    "sell": ["sells", "sold", "selling"],
    "send": ["sends", "sent", "sending"],
    "shed": ["sheds", "shedding"],
    "shoot": ["shoots", "shot", "shooting"],
    "show": ["shows", "showed", "shown", "showing"],
    "shrink": ["shrinks", "shrank", "shrunk", "shrinking"],
    "shut": ["shuts", "shutting"],
    "sleep": ["sleeps", "slept", "sleeping"],
    "smell": ["smells", "smelled", "smelt", "smelling"],
    "speak": ["speaks", "spoke", "spoken", "speaking"],
    "spread": ["spreads", "spreading"],
    "steal": ["steals", "stole", "stolen", "stealing"],
    "stick": ["sticks", "stuck", "sticking"],
    "swear": ["swears", "swore", "sworn", "swearing"],
    "take": ["takes", "took", "taken", "taking"],
    "teach": ["teaches", "taught", "teaching"],
    "tell": ["tells", "told", "telling"],
    "think": ["thinks", "thought", "thinking"],
    "throw": ["throws", "threw", "thrown", "throwing"],
    "tooth": ["teeth"],
    "understand": ["understands", "understood", "understanding"],
    "wear": ["wears", "wore", "worn", "wearing"],
    "wife": ["wives"],
    "win": ["wins", "won", "winning"],
    "woman": ["women"],
    "write": ["writes", "wrote", "written", "writing"],
  ]
}
