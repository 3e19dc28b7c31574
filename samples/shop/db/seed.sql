-- Data of a fresh development shop. `shop serve` loads the same rows from src/db/seed.cpp.

INSERT INTO categories (id, parent_id, name, slug) VALUES (1, NULL, 'Tents', 'tents');
INSERT INTO categories (id, parent_id, name, slug) VALUES (2, NULL, 'Backpacks', 'backpacks');
INSERT INTO categories (id, parent_id, name, slug) VALUES (3, NULL, 'Cooking', 'cooking');
INSERT INTO categories (id, parent_id, name, slug) VALUES (4, 1, 'Tent accessories', 'tent-accessories');
INSERT INTO coupons (code, basis_points, valid_until, uses_left) VALUES ('SPRING10', 1000, 4102444800, 500);
