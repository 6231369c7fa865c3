ALTER TABLE "firms" ADD COLUMN "folded_tax_number" text;--> statement-breakpoint
-- Of firms that are double already the first one keeps the number; the others are for a coordinator to merge.
UPDATE "firms" f SET "folded_tax_number" = known.folded FROM (
  SELECT DISTINCT ON (country, folded) id, folded FROM (
    SELECT id, country, CASE WHEN signs LIKE country || '%' AND length(signs) > 6 THEN substr(signs, 3) ELSE signs END AS folded
    FROM (SELECT id, country, upper(regexp_replace(tax_number, '[^[:alnum:]]', '', 'g')) AS signs FROM "firms" WHERE tax_number IS NOT NULL) cleaned
  ) own
  WHERE length(regexp_replace(folded, '[^0-9]', '', 'g')) >= 5
  ORDER BY country, folded, id
) known WHERE known.id = f.id;--> statement-breakpoint
CREATE UNIQUE INDEX "firms_one_per_tax_number" ON "firms" USING btree ("country","folded_tax_number");