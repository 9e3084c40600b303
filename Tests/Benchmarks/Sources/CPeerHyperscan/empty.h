// Here only for the flags of the library's pkg-config file.
