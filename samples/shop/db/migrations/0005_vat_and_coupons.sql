-- VAT by product class and country; coupons.

ALTER TABLE products ADD COLUMN vat_class TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE order_items ADD COLUMN vat_class TEXT NOT NULL DEFAULT 'standard';
ALTER TABLE orders ADD COLUMN country TEXT NOT NULL DEFAULT 'DE';
ALTER TABLE carts ADD COLUMN coupon TEXT NOT NULL DEFAULT '';

CREATE TABLE coupons (
    code         TEXT PRIMARY KEY,
    basis_points INTEGER NOT NULL,
    valid_until  INTEGER NOT NULL,
    uses_left    INTEGER NOT NULL
);
