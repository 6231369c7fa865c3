import type { HoursOfDay } from '../../../shared/typed-hours.ts'

/** Hours as an activity keeps them: "09:30-17:00", or "09:30" where no end was said. */
export const writeHours = ({ from, to }: HoursOfDay): string =>
  [from, ...(to ? [to] : [])].map((time) => time.toString({ smallestUnit: 'minute' })).join('-')
