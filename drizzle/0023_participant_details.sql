CREATE TABLE "participant_details" (
	"application_id" bigint PRIMARY KEY NOT NULL,
	"role" text,
	"side" text,
	"bus" text,
	"hotel" text,
	"room" text,
	"roommate" text,
	"interpreter" text,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"flight_out" text,
	"flight_back" text,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "participant_details_side_known" CHECK ("participant_details"."side" in ('guest', 'host'))
);
--> statement-breakpoint
ALTER TABLE "participant_details" ADD CONSTRAINT "participant_details_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
insert into participant_details (application_id, role, side, bus, hotel, room, roommate, interpreter, groups, flight_out,
    flight_back, updated_at)
  select distinct on (a.id) a.id, p.value->>'role', p.value->>'side', p.value->>'bus', p.value->>'hotel', p.value->>'room',
    p.value->>'roommate', p.value->>'interpreter',
    array(select jsonb_array_elements_text(coalesce(p.value->'groups', '[]'::jsonb))),
    p.value->>'flightOut', p.value->>'flightBack', t.updated_at
  from activity_sheets s
  join activities t on t.id = s.activity_id
  cross join lateral jsonb_array_elements(s.rows) as p(value)
  join applications a on a.activity_id = s.activity_id and a.number::text = p.value->>'application'
  where s.sheet = 'participants' and a.state in ('submitted', 'approved', 'waitlisted')
  order by a.id;
