-- generation: of the newest refresh token that was used; advanced_at: when that was, first. Signing in gives out 0.
ALTER TABLE sessions
    ADD COLUMN generation  bigint NOT NULL DEFAULT 0,
    ADD COLUMN advanced_at timestamptz,
    ADD CONSTRAINT sessions_generation CHECK (generation >= 0 AND (generation = 0) = (advanced_at IS NULL));
