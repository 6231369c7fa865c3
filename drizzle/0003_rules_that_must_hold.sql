-- A statement that is whole in itself checks its own rule: where it does not hold, nothing of the statement remains.
CREATE FUNCTION must_hold(holds boolean, rule text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF holds THEN RETURN true; END IF;
  RAISE EXCEPTION '%', rule USING ERRCODE = 'HY001';
END $$;
