// One import for programs that embed the engine with the built-in packs. It brings no Foundation;
// `TrustRuleFiles`, which reads packs from YAML, does, and is imported by itself.
@_exported public import TrustEngine
@_exported public import TrustPacks
@_exported public import TrustRules
@_exported public import TrustText
