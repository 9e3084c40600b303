internal import TrustReport
internal import TrustRules

/// Fills that differ in their lines as well as in colour.
enum BarPattern {
  static func id(_ category: Category) -> String { "fill-\(category.cssClass)" }

  static let definitions = """
    <defs>
    <pattern id="fill-remedy" class="remedy" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="ground" width="6" height="6"/></pattern>
    <pattern id="fill-stigma" class="stigma" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="ground" width="6" height="6"/><path class="lines" d="M0 6L6 0"/></pattern>
    <pattern id="fill-claim" class="claim" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="ground" width="6" height="6"/><circle class="dots" cx="3" cy="3" r="1.3"/></pattern>
    <pattern id="fill-other" class="other" width="6" height="6" patternUnits="userSpaceOnUse">\
    <rect class="ground" width="6" height="6"/><path class="lines" d="M0 3H6"/></pattern>
    </defs>
    """
}
