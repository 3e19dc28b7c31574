import { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1705000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE categories (
          id          INTEGER PRIMARY KEY,
          parent_id   INTEGER REFERENCES categories (id),
          name        VARCHAR(80) NOT NULL,
          slug        VARCHAR(80) NOT NULL UNIQUE
      );

      CREATE TABLE products (
          id          SERIAL PRIMARY KEY,
          category_id INTEGER NOT NULL REFERENCES categories (id),
          sku         VARCHAR(32) NOT NULL UNIQUE,
          name        VARCHAR(120) NOT NULL,
          description TEXT NOT NULL DEFAULT '',
          price_cents INTEGER NOT NULL,
          vat_class   VARCHAR(10) NOT NULL DEFAULT 'standard',
          active      BOOLEAN NOT NULL DEFAULT TRUE,
          created_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE price_changes (
          id          SERIAL PRIMARY KEY,
          product_id  INTEGER NOT NULL REFERENCES products (id),
          old_cents   INTEGER NOT NULL,
          new_cents   INTEGER NOT NULL,
          changed_by  VARCHAR(120) NOT NULL,
          changed_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE stock (
          product_id  INTEGER PRIMARY KEY REFERENCES products (id),
          on_hand     INTEGER NOT NULL DEFAULT 0,
          reserved    INTEGER NOT NULL DEFAULT 0,
          updated_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE stock_movements (
          id          SERIAL PRIMARY KEY,
          product_id  INTEGER NOT NULL REFERENCES products (id),
          quantity    INTEGER NOT NULL,
          reason      VARCHAR(40) NOT NULL,
          created_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE users (
          id            SERIAL PRIMARY KEY,
          email         VARCHAR(254) NOT NULL UNIQUE,
          name          VARCHAR(120) NOT NULL,
          password_hash VARCHAR(200) NOT NULL,
          role          VARCHAR(20) NOT NULL DEFAULT 'customer',
          created_at    TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE addresses (
          id          SERIAL PRIMARY KEY,
          user_id     INTEGER NOT NULL REFERENCES users (id),
          line        VARCHAR(120) NOT NULL,
          zip         VARCHAR(12) NOT NULL,
          city        VARCHAR(80) NOT NULL,
          country     CHAR(2) NOT NULL
      );

      CREATE TABLE login_attempts (
          id          SERIAL PRIMARY KEY,
          email       VARCHAR(254) NOT NULL,
          succeeded   BOOLEAN NOT NULL,
          remote      VARCHAR(45) NOT NULL,
          created_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE sessions (
          token       VARCHAR(64) PRIMARY KEY,
          expires_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE carts (
          id          SERIAL PRIMARY KEY,
          token       VARCHAR(64) NOT NULL UNIQUE,
          user_id     INTEGER REFERENCES users (id),
          coupon      VARCHAR(20) NOT NULL DEFAULT '',
          updated_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE cart_items (
          id          SERIAL PRIMARY KEY,
          cart_id     INTEGER NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
          product_id  INTEGER NOT NULL REFERENCES products (id),
          quantity    INTEGER NOT NULL
      );

      CREATE TABLE coupons (
          code         VARCHAR(20) PRIMARY KEY,
          basis_points INTEGER NOT NULL,
          valid_until  TIMESTAMPTZ NOT NULL,
          uses_left    INTEGER NOT NULL
      );

      CREATE TABLE orders (
          id          SERIAL PRIMARY KEY,
          number      VARCHAR(20) NOT NULL UNIQUE,
          user_id     INTEGER NOT NULL REFERENCES users (id),
          status      VARCHAR(10) NOT NULL,
          total_cents INTEGER NOT NULL,
          country     CHAR(2) NOT NULL,
          created_at  TIMESTAMPTZ NOT NULL DEFAULT now(),
          updated_at  TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE order_items (
          id          SERIAL PRIMARY KEY,
          order_id    INTEGER NOT NULL REFERENCES orders (id),
          product_id  INTEGER NOT NULL REFERENCES products (id),
          name        VARCHAR(120) NOT NULL,
          quantity    INTEGER NOT NULL,
          unit_cents  INTEGER NOT NULL,
          vat_class   VARCHAR(10) NOT NULL
      );

      CREATE TABLE payments (
          id           SERIAL PRIMARY KEY,
          order_id     INTEGER NOT NULL REFERENCES orders (id),
          provider     VARCHAR(20) NOT NULL,
          reference    VARCHAR(60) NOT NULL,
          amount_cents INTEGER NOT NULL,
          status       VARCHAR(10) NOT NULL,
          created_at   TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE refunds (
          id           SERIAL PRIMARY KEY,
          payment_id   INTEGER NOT NULL REFERENCES payments (id),
          amount_cents INTEGER NOT NULL,
          reason       VARCHAR(200) NOT NULL,
          created_at   TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE INDEX products_by_category ON products (category_id);
      CREATE INDEX orders_by_user ON orders (user_id);
      CREATE INDEX orders_by_status ON orders (status, created_at);
      CREATE INDEX order_items_by_order ON order_items (order_id);
      CREATE INDEX payments_by_order ON payments (order_id);
      CREATE INDEX login_attempts_by_email ON login_attempts (email, created_at);

      CREATE TABLE search_postings (
          id          SERIAL PRIMARY KEY,
          term        VARCHAR(40) NOT NULL,
          product_id  INTEGER NOT NULL REFERENCES products (id),
          weight      INTEGER NOT NULL
      );

      CREATE TABLE images (
          id           SERIAL PRIMARY KEY,
          product_id   INTEGER NOT NULL REFERENCES products (id),
          storage_key  VARCHAR(160) NOT NULL UNIQUE,
          content_type VARCHAR(40) NOT NULL,
          size         INTEGER NOT NULL,
          created_at   TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE thumbnails (
          id          SERIAL PRIMARY KEY,
          image_key   VARCHAR(160) NOT NULL,
          variant     VARCHAR(10) NOT NULL,
          width       INTEGER NOT NULL,
          height      INTEGER NOT NULL,
          body        BYTEA NOT NULL,
          UNIQUE (image_key, variant)
      );

      CREATE TABLE email_log (
          id          SERIAL PRIMARY KEY,
          recipient   VARCHAR(254) NOT NULL,
          template    VARCHAR(40) NOT NULL,
          status      VARCHAR(10) NOT NULL,
          sent_at     TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE TABLE report_runs (
          id          SERIAL PRIMARY KEY,
          report      VARCHAR(40) NOT NULL,
          day         DATE NOT NULL,
          lines       INTEGER NOT NULL,
          finished_at TIMESTAMPTZ NOT NULL DEFAULT now()
      );

      CREATE INDEX search_postings_by_term ON search_postings (term);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE report_runs, email_log, thumbnails, images, search_postings, refunds, payments, order_items, orders, coupons, cart_items, carts, sessions, login_attempts, addresses, users, stock_movements, stock, price_changes, products, categories;
    `);
  }
}
