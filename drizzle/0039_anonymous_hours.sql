-- What had been answered anonymously before 0013 kept when it was begun, and what was worked out from that: the hour could tell
-- who it was. The same is taken out here as `withoutTraces` takes out of what is handed in today.
WITH RECURSIVE "nodes" AS (
	SELECT DISTINCT "v"."id" AS "version_id", "node"->>'path' AS "path", "node"->>'kind' AS "kind", "node"->>'type' AS "type",
		"node"#>>'{from,kind}' AS "from", coalesce("node"->>'profile', '') AS "profile",
		CASE WHEN "node"->>'kind' = 'calculation' OR "node"->'isReadOnly' = 'true'
			THEN jsonb_build_array("node"#>'{from,expression}', "node"->'calculation', "node"#>'{default,expression}')
			ELSE '[]' END AS "worked_out"
	FROM "questionnaire_versions" "v",
		jsonb_path_query("v"."form", '$.root.** ? (@.kind == "calculation" || @.kind == "question")') AS "node"
	WHERE "v"."id" IN (SELECT "version_id" FROM "anonymous_responses")
), "telling" AS (
	SELECT "version_id", "path" FROM "nodes"
	WHERE ("kind" = 'calculation' AND ("from" = 'meta' OR "profile" LIKE 'person.%' OR "profile" LIKE 'firm.%'))
		OR jsonb_path_exists("worked_out", '$.** ? (@.kind == "call" && @.name == "now")')
	UNION
	SELECT "n"."version_id", "n"."path" FROM "telling" "t" JOIN "nodes" "n" ON "n"."version_id" = "t"."version_id"
		AND jsonb_path_exists("n"."worked_out", '$.** ? (@.kind == "nodes" && @.path == $path)', jsonb_build_object('path', "t"."path"))
), "former" AS (
	DELETE FROM "anonymous_responses" RETURNING *
), "said" AS (
	SELECT "f"."id", "one"."is_worked_out", jsonb_object_agg("one"."path",
		CASE WHEN "one"."value" LIKE 'file:%' AND "n"."type" IN ('image', 'audio', 'video', 'file') THEN 'received' ELSE "one"."value" END) AS "values"
	FROM "former" "f"
	CROSS JOIN LATERAL (
		SELECT false AS "is_worked_out", "key" AS "path", "value" FROM jsonb_each_text("f"."answers")
		UNION ALL SELECT true, "key", "value" FROM jsonb_each_text("f"."calculated")
	) "one"
	LEFT JOIN "nodes" "n" ON "n"."version_id" = "f"."version_id" AND "n"."path" = regexp_replace("one"."path", '\[\d+\]', '', 'g')
	WHERE NOT EXISTS (SELECT 1 FROM "telling" "t" WHERE "t"."version_id" = "f"."version_id"
		AND "t"."path" = regexp_replace("one"."path", '\[\d+\]', '', 'g'))
	GROUP BY "f"."id", "one"."is_worked_out"
)
INSERT INTO "anonymous_responses" ("version_id", "activity_id", "answers", "calculated")
SELECT "f"."version_id", "f"."activity_id", coalesce("given"."values", '{}'), coalesce("worked"."values", '{}')
FROM "former" "f"
LEFT JOIN "said" "given" ON "given"."id" = "f"."id" AND NOT "given"."is_worked_out"
LEFT JOIN "said" "worked" ON "worked"."id" = "f"."id" AND "worked"."is_worked_out"
ORDER BY random();
--> statement-breakpoint
-- Of whoever has answered, the number of changes and the version could be told from what was said, too.
UPDATE "responses" SET "revision" = 0, "set_aside" = NULL, "is_by_several" = false,
	"version_id" = coalesce("q"."version_id", "responses"."version_id")
FROM "questionnaires" "q"
WHERE "q"."id" = "responses"."questionnaire_id" AND "q"."is_anonymous" AND "responses"."state" = 'submitted' AND NOT "responses"."is_test";
