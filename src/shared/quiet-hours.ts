/** From nine in the evening until eight in the morning nobody's phone rings, unless something moves or leaves. */
export function isQuiet(now: Temporal.Instant, timeZone: string): boolean {
  const { hour } = now.toZonedDateTimeISO(timeZone)
  return hour >= 21 || hour < 8
}

/** From nine in the evening until eight in the morning it waits until eight. */
export function outsideQuietHours(moment: Temporal.Instant, zone: string): Temporal.Instant {
  if (!isQuiet(moment, zone)) return moment
  const local = moment.toZonedDateTimeISO(zone)
  const day = local.hour >= 21 ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from('08:00') }).toInstant()
}
