/** What can fall due. Of an application: it goes with the state it belongs to. Of an activity: it stands until it is done. */
export const momentKinds = [
  'offer_over',
  'ask_coming',
  'ask_coming_again',
  'coming_silent',
  'info_reminder',
  'info_over',
  'no_show_word',
  'keep_again',
  'keep_silent',
  'announce',
  'minimum',
  'decide',
  'begun',
  'ended',
] as const

export type MomentKind = (typeof momentKinds)[number]

/** Something that falls due. */
export interface LifeMoment {
  id: number
  activityId: number
  applicationId: number | null
  kind: MomentKind
  dueAt: Temporal.Instant
}
