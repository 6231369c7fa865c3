import type { Activity } from './activity.ts'

/** What the notice of an activity says of it: the country the data go to, and the partners. */
export const noticeSubject = ({ country, details }: Pick<Activity, 'country' | 'details'>) => ({
  country,
  partners: Array.isArray(details['partners']) ? details['partners'].map(String) : [],
})
