import { bigint, customType } from 'drizzle-orm/pg-core'

/** The number that a row gets by itself. */
export const id = () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity()

/** The number of another row, or of somebody's account or chat. */
export const reference = (name: string) => bigint(name, { mode: 'number' })

/** A moment: `timestamptz` in the database, `Temporal.Instant` in the code. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (moment) => moment.toString(),
  fromDriver: (text) => Temporal.Instant.from(text),
})

/** A day without a clock or a zone: `date` in the database, `Temporal.PlainDate` in the code. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (day) => day.toString(),
  fromDriver: (text) => Temporal.PlainDate.from(text),
})

/** Bytes, e.g. a file that waits to be sent. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (data) => Buffer.from(data),
  fromDriver: (data) => new Uint8Array(data),
})
