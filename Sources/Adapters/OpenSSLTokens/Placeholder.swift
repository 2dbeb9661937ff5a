// OpenSSLTokens
