-- generation: of the newest refresh token that was used; advanced_at: when that was, first. Signing in gives out 0.
ALTER TABLE sessions ADD COLUMN generation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN advanced_at INTEGER CONSTRAINT sessions_generation
    CHECK (generation >= 0 AND (generation = 0) = (advanced_at IS NULL));
