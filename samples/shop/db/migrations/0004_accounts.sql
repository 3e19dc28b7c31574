-- Addresses, sessions in the database, login attempts for the lockout.

CREATE TABLE addresses (
    id          INTEGER PRIMARY KEY,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    line        TEXT NOT NULL,
    zip         TEXT NOT NULL,
    city        TEXT NOT NULL,
    country     TEXT NOT NULL
);

CREATE TABLE sessions (
    token       TEXT PRIMARY KEY,
    user_id     INTEGER REFERENCES users (id),
    data        TEXT NOT NULL DEFAULT '',
    expires_at  INTEGER NOT NULL
);

CREATE TABLE login_attempts (
    id          INTEGER PRIMARY KEY,
    email       TEXT NOT NULL,
    succeeded   INTEGER NOT NULL,
    remote      TEXT NOT NULL,
    created_at  INTEGER NOT NULL
);

CREATE INDEX login_attempts_by_email ON login_attempts (email, created_at);
