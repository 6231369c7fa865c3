CREATE INDEX "applications_of_firm" ON "applications" USING btree ("firm_id");--> statement-breakpoint
CREATE INDEX "firms_by_name" ON "firms" USING btree ("folded_name","id");