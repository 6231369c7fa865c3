/** The name of whoever stands in this row of persons, null where it is not known. */
export const personName = (row: string): string =>
  `nullif(trim(concat_ws(' ', ${row}.given_names, ${row}.surname)), '')`
