/** A moment as a form has it, `2026-12-10T17:00`: a wall clock in the home zone. */
export const momentIn = (text: string, homeTimeZone: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text.slice(0, 19)).toZonedDateTime(homeTimeZone).toInstant()
