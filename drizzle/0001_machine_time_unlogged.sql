-- Pace is machine time: after a crash of the server nothing of it matters, and it should not be written to the log.
ALTER TABLE "send_places" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "send_cursor" SET UNLOGGED;--> statement-breakpoint
ALTER TABLE "send_paces" SET UNLOGGED;
