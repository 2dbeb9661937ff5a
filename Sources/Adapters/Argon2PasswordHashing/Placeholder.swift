// Argon2PasswordHashing
