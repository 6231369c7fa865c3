CREATE TABLE "day_files" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "day_files_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"activity_id" bigint NOT NULL,
	"day" date NOT NULL,
	"person_id" bigint NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roll_call_cards" (
	"item_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"bus" text,
	"first" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "roll_call_cards_item_id_person_id_pk" PRIMARY KEY("item_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "roll_calls" (
	"item_id" bigint PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"asked_for" timestamp with time zone,
	"urged_for" timestamp with time zone,
	"closed_for" timestamp with time zone,
	"asked_again_at" timestamp with time zone,
	"show_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "day_files" ADD CONSTRAINT "day_files_activity_id_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_files" ADD CONSTRAINT "day_files_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_call_cards" ADD CONSTRAINT "roll_call_cards_item_id_roll_calls_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."roll_calls"("item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_call_cards" ADD CONSTRAINT "roll_call_cards_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_calls" ADD CONSTRAINT "roll_calls_item_id_itinerary_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."itinerary_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "day_files_once" ON "day_files" USING btree ("activity_id","day","person_id");--> statement-breakpoint
CREATE INDEX "roll_call_cards_person" ON "roll_call_cards" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "roll_calls_token" ON "roll_calls" USING btree ("token");--> statement-breakpoint
CREATE INDEX "roll_calls_show" ON "roll_calls" USING btree ("show_at") WHERE "roll_calls"."show_at" is not null;