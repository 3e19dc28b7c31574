-- Schema of the shop database, as of migration 0006.
-- Amounts are minor units, times are seconds since the epoch (UTC).

CREATE TABLE categories (
    id          INTEGER PRIMARY KEY,
    parent_id   INTEGER REFERENCES categories (id),
    name        TEXT NOT NULL,
    slug        TEXT NOT NULL UNIQUE
);

CREATE TABLE products (
    id          INTEGER PRIMARY KEY,
    category_id INTEGER NOT NULL REFERENCES categories (id),
    sku         TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    description TEXT NOT NULL DEFAULT '',
    price_cents INTEGER NOT NULL,
    currency    TEXT NOT NULL DEFAULT 'EUR',
    vat_class   TEXT NOT NULL DEFAULT 'standard',
    active      INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL
);

CREATE TABLE price_changes (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES products (id),
    old_cents   INTEGER NOT NULL,
    new_cents   INTEGER NOT NULL,
    changed_by  TEXT NOT NULL,
    changed_at  INTEGER NOT NULL
);

CREATE TABLE stock (
    product_id  INTEGER PRIMARY KEY REFERENCES products (id),
    on_hand     INTEGER NOT NULL DEFAULT 0,
    reserved    INTEGER NOT NULL DEFAULT 0,
    updated_at  INTEGER NOT NULL
);

CREATE TABLE stock_movements (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES products (id),
    quantity    INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    created_at  INTEGER NOT NULL
);

CREATE TABLE users (
    id            INTEGER PRIMARY KEY,
    email         TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    salt          TEXT NOT NULL,
    role          TEXT NOT NULL DEFAULT 'customer',
    created_at    INTEGER NOT NULL
);

CREATE TABLE login_attempts (
    id          INTEGER PRIMARY KEY,
    email       TEXT NOT NULL,
    succeeded   INTEGER NOT NULL,
    remote      TEXT NOT NULL,
    created_at  INTEGER NOT NULL
);

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

CREATE TABLE carts (
    id          INTEGER PRIMARY KEY,
    token       TEXT NOT NULL UNIQUE,
    user_id     INTEGER REFERENCES users (id),
    coupon      TEXT NOT NULL DEFAULT '',
    updated_at  INTEGER NOT NULL
);

CREATE TABLE cart_items (
    id          INTEGER PRIMARY KEY,
    cart_id     INTEGER NOT NULL REFERENCES carts (id),
    product_id  INTEGER NOT NULL REFERENCES products (id),
    quantity    INTEGER NOT NULL
);

CREATE TABLE coupons (
    code         TEXT PRIMARY KEY,
    basis_points INTEGER NOT NULL,
    valid_until  INTEGER NOT NULL,
    uses_left    INTEGER NOT NULL
);

CREATE TABLE orders (
    id          INTEGER PRIMARY KEY,
    number      TEXT NOT NULL UNIQUE,
    user_id     INTEGER NOT NULL REFERENCES users (id),
    status      TEXT NOT NULL,
    total_cents INTEGER NOT NULL,
    currency    TEXT NOT NULL,
    country     TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
);

CREATE TABLE order_items (
    id          INTEGER PRIMARY KEY,
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    product_id  INTEGER NOT NULL REFERENCES products (id),
    name        TEXT NOT NULL,
    quantity    INTEGER NOT NULL,
    unit_cents  INTEGER NOT NULL,
    vat_class   TEXT NOT NULL
);

CREATE TABLE payments (
    id           INTEGER PRIMARY KEY,
    order_id     INTEGER NOT NULL REFERENCES orders (id),
    provider     TEXT NOT NULL,
    reference    TEXT NOT NULL,
    amount_cents INTEGER NOT NULL,
    currency     TEXT NOT NULL,
    status       TEXT NOT NULL,
    created_at   INTEGER NOT NULL
);

CREATE TABLE refunds (
    id           INTEGER PRIMARY KEY,
    payment_id   INTEGER NOT NULL REFERENCES payments (id),
    amount_cents INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    status       TEXT NOT NULL,
    created_at   INTEGER NOT NULL
);

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

CREATE INDEX products_by_category ON products (category_id);
CREATE INDEX orders_by_user ON orders (user_id);
CREATE INDEX orders_by_status ON orders (status, created_at);
CREATE INDEX order_items_by_order ON order_items (order_id);
CREATE INDEX payments_by_order ON payments (order_id);
CREATE INDEX search_postings_by_term ON search_postings (term);
CREATE INDEX login_attempts_by_email ON login_attempts (email, created_at);
