/// The profiles that are linked into the program, as JSON: the files in `Files`.
enum BuiltInProfiles {
  static let files: [String: [UInt8]] = [
    "generic": PackageResources.generic_json,
    "weibo": PackageResources.weibo_json,
    "douyin": PackageResources.douyin_json,
    "xiaohongshu": PackageResources.xiaohongshu_json,
    "wechat": PackageResources.wechat_json,
    "qq": PackageResources.qq_json,
    "youku": PackageResources.youku_json,
    "tiktok": PackageResources.tiktok_json,
  ]
}

extension Profile {
  /// The names of the profiles that are built in.
  package static var builtInNames: [String] { BuiltInProfiles.files.keys.sorted() }
}
