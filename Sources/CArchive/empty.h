// ICU is reached through CTrustICU; this target only brings in the flags of icu-i18n.
