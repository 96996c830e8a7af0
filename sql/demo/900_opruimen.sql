-- The tools go; the world they made stays.

DROP SCHEMA demo CASCADE;
