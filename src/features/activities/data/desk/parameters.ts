/** Takes a value of a statement and says where it stands: `$4`. */
export type Given = (value: unknown) => string

/** Collects the values of a statement while it is written. */
export function parameters(): { values: unknown[]; given: Given } {
  const values: unknown[] = []
  return { values, given: (value) => `$${values.push(value)}` }
}

/** SQL: one of these; as JSON, because a driver would make a parameter of each. */
export const among = (numbers: readonly number[], given: Given): string =>
  `any (array(select value::bigint from jsonb_array_elements_text(${given(JSON.stringify(numbers))}::jsonb)))`
