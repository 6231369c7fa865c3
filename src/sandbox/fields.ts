/** The same object without some of its fields. */
export function without<Fields extends object, Name extends keyof Fields>(
  fields: Fields,
  ...names: Name[]
): Omit<Fields, Name> {
  const rest: Partial<Fields> = { ...fields }
  for (const name of names) delete rest[name]
  return rest as Omit<Fields, Name>
}

type Gapless<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> }

/** The same object without the fields that are `undefined`. */
export const withoutGaps = <Fields extends object>(fields: Fields): Gapless<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Gapless<Fields>
