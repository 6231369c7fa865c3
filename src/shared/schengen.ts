/** The countries of the Schengen area since 2025, by ISO 3166-1. */
const members = new Set(
  'AT BE BG HR CZ DK EE FI FR DE GR HU IS IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE CH'.split(' '),
)

/** Whether whoever travels there enters the Schengen area. */
export const isInSchengen = (country: string | null): boolean => country !== null && members.has(country)
