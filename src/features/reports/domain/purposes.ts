import type { Listed } from './listed.ts'

/** A column of a list. What stands under it: `chat/list-values.ts`; its heading: `reports:columns.<name>`. */
export const columnNames = [
  ...([
    'reference',
    'name',
    'surname',
    'givenNames',
    'firm',
    'position',
    'city',
    'country',
    'cluster',
  ] as const),
  ...(['languages', 'phone', 'email', 'role', 'bus', 'groups', 'interpreter'] as const),
  ...([
    'hotel',
    'room',
    'wishedRoom',
    'roommate',
    'wishedRoommate',
    'arrives',
    'leaves',
    'extraNights',
  ] as const),
  ...(['flightOut', 'flightBack', 'boardingPoint'] as const),
  ...(['passportType', 'passportExpires', 'visa', 'visaUntil', 'insurance'] as const),
  // Never asked for in the chat (issue 6.2): whoever needs them writes them in, outside.
  ...(['nationality', 'birthDate', 'passportNumber'] as const),
] as const

export type ColumnName = (typeof columnNames)[number]

/** Filled in by hand, outside: the bot does not know it and does not ask. */
export const filledOutside: readonly ColumnName[] = ['nationality', 'birthDate', 'passportNumber']

export const purposeNames = [
  'rooming',
  'airline',
  'consulate',
  'hosts',
  'catalogue',
  'participants',
  'attendance',
  'meals',
] as const

export type PurposeName = (typeof purposeNames)[number]

/** What a list is for decides what stands in it, of whom, and who may have it. */
export interface Purpose {
  /** Only these columns; of a list to sign a column for each day follows, and a list of counts has no people. */
  columns: readonly ColumnName[]
  shape: 'people' | 'toSign' | 'counts'
  /** It says something about a journey or a passport: not for partners of other chambers. */
  isOfTravel: boolean
  /** Who belongs on it; everybody with a seat where nothing is said. */
  has?(listed: Listed): boolean
}

export const purposes: Readonly<Record<PurposeName, Purpose>> = {
  rooming: {
    columns: [
      ...(['surname', 'givenNames', 'hotel', 'room', 'wishedRoom', 'roommate', 'wishedRoommate'] as const),
      ...(['arrives', 'leaves', 'extraNights'] as const),
    ],
    shape: 'people',
    isOfTravel: true,
    has: ({ told }) => told.get('room')?.value !== 'no_room',
  },
  airline: {
    columns: [
      ...(['surname', 'givenNames', 'birthDate', 'nationality', 'passportNumber'] as const),
      ...(['flightOut', 'flightBack', 'boardingPoint'] as const),
    ],
    shape: 'people',
    isOfTravel: true,
    // Whoever flies on a ticket of their own is nobody's passenger here.
    has: ({ told }) => told.get('flight')?.value !== 'own',
  },
  consulate: {
    columns: [
      ...(['surname', 'givenNames', 'firm', 'position', 'passportType', 'passportExpires'] as const),
      ...(['passportNumber', 'birthDate', 'nationality', 'visa', 'visaUntil', 'insurance'] as const),
    ],
    shape: 'people',
    isOfTravel: true,
  },
  hosts: {
    columns: ['name', 'firm', 'position', 'city', 'country', 'cluster', 'languages', 'phone', 'email'],
    shape: 'people',
    isOfTravel: false,
  },
  catalogue: {
    columns: ['name', 'firm', 'position', 'city', 'country', 'cluster'],
    shape: 'people',
    isOfTravel: false,
    has: ({ consents }) => consents.includes('catalogue'),
  },
  participants: {
    columns: [
      'reference',
      'name',
      'firm',
      'position',
      'city',
      'cluster',
      'role',
      'bus',
      'groups',
      'interpreter',
    ],
    shape: 'people',
    isOfTravel: false,
  },
  attendance: {
    columns: ['name', 'firm', 'position'],
    shape: 'toSign',
    isOfTravel: false,
  },
  meals: { columns: [], shape: 'counts', isOfTravel: true },
}

/** What the lists need to know from the forms of an activity: names of questions (docs/lists.md). */
export const questionsAsked = [
  ...([
    'room',
    'room_with',
    'extra_nights',
    'own_arrival_day',
    'flight',
    'own_flight',
    'boarding_point',
  ] as const),
  ...([
    'passport_type',
    'passport_expiry_month',
    'passport_expiry_date',
    'visa_state',
    'visa_until',
  ] as const),
  ...(['needs_visa', 'insurance', 'meals'] as const),
] as const

export const isPurpose = (text: string): text is PurposeName => purposeNames.some((name) => name === text)
