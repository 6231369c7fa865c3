/** From nine in the evening until eight in the morning nobody's phone rings, unless something moves or leaves. */
export function isQuiet(now: Temporal.Instant, timeZone: string): boolean {
  const { hour } = now.toZonedDateTimeISO(timeZone)
  return hour >= 21 || hour < 8
}
