-- A bedenking that was maintained is not for good: the party that did so may say later that it is met,
-- or take it back, also when nobody answered.
INSERT INTO rule.overgang (entiteit, van, naar)
VALUES ('bedenking', 'gehandhaafd', 'tegemoetgekomen'),
    ('bedenking', 'gehandhaafd', 'ingetrokken');
