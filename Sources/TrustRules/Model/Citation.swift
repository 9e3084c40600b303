/// A source that a finding rests on.
public struct Citation: Hashable, Sendable {
  /// Its id in the pack, such as `who-mythbusters`.
  public var id: String
  /// Its title.
  public var title: Localized
  /// Who published it.
  public var publisher: String?
  /// When, as the source gives it.
  public var date: String?
  /// Where to read it.
  public var url: String?
  /// `current`, `superseded`, `withdrawn` or `recalled` (not yet checked against the source).
  public var status: String?

  /// Makes a citation.
  public init(
    id: String,
    title: Localized,
    publisher: String? = nil,
    date: String? = nil,
    url: String? = nil,
    status: String? = nil
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
    self.status = status
  }
}
