-- Images, thumbnails, search postings, mail log, report log.

CREATE TABLE images (
    id           INTEGER PRIMARY KEY,
    product_id   INTEGER NOT NULL REFERENCES products (id),
    storage_key  TEXT NOT NULL UNIQUE,
    content_type TEXT NOT NULL,
    size         INTEGER NOT NULL,
    created_at   INTEGER NOT NULL
);

CREATE TABLE thumbnails (
    id          INTEGER PRIMARY KEY,
    image_key   TEXT NOT NULL,
    variant     TEXT NOT NULL,
    width       INTEGER NOT NULL,
    height      INTEGER NOT NULL,
    body        BLOB NOT NULL
);

CREATE TABLE search_postings (
    id          INTEGER PRIMARY KEY,
    term        TEXT NOT NULL,
    product_id  INTEGER NOT NULL REFERENCES products (id),
    weight      INTEGER NOT NULL
);

CREATE INDEX search_postings_by_term ON search_postings (term);

CREATE TABLE email_log (
    id          INTEGER PRIMARY KEY,
    recipient   TEXT NOT NULL,
    template    TEXT NOT NULL,
    status      TEXT NOT NULL,
    sent_at     INTEGER NOT NULL
);

CREATE TABLE report_runs (
    id          INTEGER PRIMARY KEY,
    report      TEXT NOT NULL,
    day         TEXT NOT NULL,
    lines       INTEGER NOT NULL,
    finished_at INTEGER NOT NULL
);
