/**
 * What a question may be filled in from and written back to, in the column `heyet_profile`. The names are those of the
 * firm list and of what people say about themselves when they register. What is known of the activity is not written back;
 * a row `hidden` takes it without asking.
 */
export const profileFields = [
  'firm.name',
  'firm.country',
  'firm.city',
  'firm.cluster',
  'firm.tax_no',
  'firm.register_no',
  'firm.nace',
  'firm.employees',
  'firm.contact_name',
  'firm.contact_phone',
  'firm.contact_email',
  'person.given_names',
  'person.surname',
  'person.passport_given_names',
  'person.passport_surname',
  'person.position',
  'person.phone',
  'person.email',
  'person.languages',
  'trip.code',
  'trip.title',
  'trip.city',
  'trip.country',
  'trip.starts_on',
  'trip.ends_on',
  'trip.schengen_enters_on',
  'trip.schengen_leaves_on',
] as const

export type ProfileField = (typeof profileFields)[number]
