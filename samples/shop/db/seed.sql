-- Data of a fresh development shop; every command loads it into the memory engine.
-- Passwords: "trekking2024" (customers), "counter2024" (staff).

INSERT INTO categories (id, parent_id, name, slug) VALUES (1, NULL, 'Tents', 'tents');
INSERT INTO categories (id, parent_id, name, slug) VALUES (2, NULL, 'Backpacks', 'backpacks');
INSERT INTO categories (id, parent_id, name, slug) VALUES (3, NULL, 'Cooking', 'cooking');
INSERT INTO categories (id, parent_id, name, slug) VALUES (4, 1, 'Tent accessories', 'tent-accessories');

INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (1, 1, 'TNT-101', 'Dome tent Fjell 2', 'Light tent for two, with a waterproof floor and two entrances.', 24900, 'EUR', 'standard', 1, 1704153600);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (2, 1, 'TNT-102', 'Tunnel tent Vidda 4', 'Roomy tunnel tent for families and long trips.', 45900, 'EUR', 'standard', 1, 1704240000);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (3, 4, 'TNT-201', 'Tent pegs, set of ten', 'Aluminium pegs for hard ground.', 1490, 'EUR', 'standard', 1, 1704326400);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (4, 4, 'TNT-202', 'Footprint for Fjell 2', 'Protects the floor of the tent.', 3990, 'EUR', 'standard', 1, 1704412800);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (5, 2, 'BPK-101', 'Backpack Tind 45', 'Backpack of 45 litres with rain cover.', 14900, 'EUR', 'standard', 1, 1704499200);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (6, 2, 'BPK-102', 'Backpack Tind 65', 'Backpack of 65 litres for tours of a week.', 18900, 'EUR', 'standard', 1, 1704585600);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (7, 2, 'BPK-103', 'Day pack Lys 18', 'Small pack for a day in the hills.', 5990, 'EUR', 'standard', 1, 1704672000);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (8, 3, 'COK-101', 'Gas stove Glo', 'Compact stove, boils a litre in four minutes.', 4990, 'EUR', 'standard', 1, 1704758400);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (9, 3, 'COK-102', 'Cooking pots, set of three', 'Light pots with lids.', 6490, 'EUR', 'standard', 1, 1704844800);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (10, 3, 'COK-201', 'Trekking meal lentils', 'Freeze-dried meal for one, 600 kcal.', 790, 'EUR', 'reduced', 1, 1704931200);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (11, 3, 'COK-202', 'Trekking meal pasta', 'Freeze-dried meal for one, 640 kcal.', 790, 'EUR', 'reduced', 1, 1705017600);
INSERT INTO products (id, category_id, sku, name, description, price_cents, currency, vat_class, active, created_at) VALUES (12, 3, 'BOK-101', 'Hut and trail guide', 'Paths, huts and water places, with maps.', 1990, 'EUR', 'reduced', 1, 1705104000);

INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (1, 14, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (2, 6, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (3, 80, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (4, 25, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (5, 18, 2, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (6, 9, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (7, 32, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (8, 21, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (9, 12, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (10, 140, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (11, 3, 0, 1704067200);
INSERT INTO stock (product_id, on_hand, reserved, updated_at) VALUES (12, 2, 0, 1704067200);

INSERT INTO users (id, email, name, password_hash, salt, role, created_at) VALUES (1, 'ada@example.org', 'Ada Berg', '2071af80890464c6fa7fc1996562d62692894eb5c232ad7c50737b8e70878e8b', 'seed-1', 'customer', 1704070800);
INSERT INTO users (id, email, name, password_hash, salt, role, created_at) VALUES (2, 'jon@example.org', 'Jon Dahl', 'df6517d872304105574e1e48668d83a43f028fbd23ffc48d7c058c33a818a795', 'seed-2', 'customer', 1704074400);
INSERT INTO users (id, email, name, password_hash, salt, role, created_at) VALUES (3, 'counter@nordlicht.example', 'Counter', '122712873656025bb364759ea820fbac98e2f8cc1a062fa10b49b6332e45235d', 'seed-3', 'staff', 1704078000);
INSERT INTO users (id, email, name, password_hash, salt, role, created_at) VALUES (4, 'admin@nordlicht.example', 'Administration', '33f3c294f0d81d96b9b878d0ffcb36cc4f3e634a2f8f34d02263f3aa46058bc1', 'seed-4', 'admin', 1704081600);
INSERT INTO addresses (user_id, line, zip, city, country) VALUES (1, 'Hafenweg 3', '24103', 'Kiel', 'DE');
INSERT INTO addresses (user_id, line, zip, city, country) VALUES (2, 'Ringstrasse 11', '1010', 'Wien', 'AT');

INSERT INTO orders (id, number, user_id, status, total_cents, currency, country, created_at, updated_at) VALUES (1, 'R-2024-000001', 1, 'shipped', 26390, 'EUR', 'DE', 1710410400, 1710410400);
INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) VALUES (1, 1, 'Dome tent Fjell 2', 1, 24900, 'standard');
INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) VALUES (1, 3, 'Tent pegs, set of ten', 1, 1490, 'standard');
INSERT INTO payments (id, order_id, provider, reference, amount_cents, currency, status, created_at) VALUES (1, 1, 'sandbox', 'seed-1', 26390, 'EUR', 'settled', 1710410460);
INSERT INTO orders (id, number, user_id, status, total_cents, currency, country, created_at, updated_at) VALUES (2, 'R-2024-000002', 2, 'paid', 9730, 'EUR', 'AT', 1710417600, 1710417600);
INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) VALUES (2, 10, 'Trekking meal lentils', 6, 790, 'reduced');
INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) VALUES (2, 8, 'Gas stove Glo', 1, 4990, 'standard');
INSERT INTO payments (id, order_id, provider, reference, amount_cents, currency, status, created_at) VALUES (2, 2, 'sandbox', 'seed-2', 9730, 'EUR', 'settled', 1710417660);
INSERT INTO orders (id, number, user_id, status, total_cents, currency, country, created_at, updated_at) VALUES (3, 'R-2024-000003', 1, 'refunded', 5990, 'EUR', 'DE', 1710424800, 1710424800);
INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) VALUES (3, 7, 'Day pack Lys 18', 1, 5990, 'standard');
INSERT INTO payments (id, order_id, provider, reference, amount_cents, currency, status, created_at) VALUES (3, 3, 'sandbox', 'seed-3', 5990, 'EUR', 'refunded', 1710424860);
INSERT INTO orders (id, number, user_id, status, total_cents, currency, country, created_at, updated_at) VALUES (4, 'R-2024-000004', 2, 'pending', 29800, 'EUR', 'AT', 1710453600, 1710453600);
INSERT INTO order_items (order_id, product_id, name, quantity, unit_cents, vat_class) VALUES (4, 5, 'Backpack Tind 45', 2, 14900, 'standard');
INSERT INTO payments (id, order_id, provider, reference, amount_cents, currency, status, created_at) VALUES (4, 4, 'transfer', 'seed-4', 29800, 'EUR', 'open', 1710453660);
INSERT INTO refunds (payment_id, amount_cents, reason, status, created_at) VALUES (3, 5990, 'too small', 'done', 1710434400);

INSERT INTO coupons (code, basis_points, valid_until, uses_left) VALUES ('SPRING10', 1000, 4102444800, 500);
