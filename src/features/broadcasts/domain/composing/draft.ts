import type { Language } from '../../../../shared/localized-text.ts'
import type { Broadcast } from '../broadcast.ts'

/** A draft of a broadcast, as whoever writes it sees it. */
export interface ComposedDraft extends Pick<
  Broadcast,
  | 'id'
  | 'state'
  | 'content'
  | 'audience'
  | 'priority'
  | 'reason'
  | 'answers'
  | 'answersUntil'
  | 'askAgainMinutes'
  | 'startsAt'
  | 'usefulUntil'
> {
  personId: number
  /** The step that is asked although it is answered. */
  changing: string | null
  isPaused: boolean
  /** Grows with every change; old buttons carry an old one. */
  revision: number
  notes: DraftNotes
  updatedAt: Temporal.Instant
}

/** What only matters until it is sent. */
export interface DraftNotes {
  /** Somebody has said who it is for. */
  isAudienceChosen?: boolean
  /** It is for people of no activity, as somebody has said. */
  isWholeHouse?: boolean
  /** The list that is open while somebody says who it is for. */
  open?: OpenChoice
  /** It came unasked, and nobody has said yet that it is to be sent. */
  isOffered?: boolean
  /** The album that the media are, or begin. */
  album?: string
  /** Her messages that the media came in, one for each; of a text, the one it was written in. */
  mediaFrom?: readonly number[]
  textFrom?: Readonly<Partial<Record<Language, number>>>
  /** The template that it began with, and its fields that are still to be asked. */
  template?: string
  fields?: readonly string[]
  /** Moments that were typed and can be read in several ways. */
  readings?: readonly string[]
  /** What has been asked before it leaves, for so many people; any change takes it back. */
  asked?: readonly LastQuestion[]
}

/** It is for many; or the same went to the same a moment ago. */
export type LastQuestion = `people:${number}` | 'same'

/** A list of which something is chosen: which part of it, what is looked for, and within what. */
export interface OpenChoice {
  at: string
  page?: number
  search?: string
  path?: readonly string[]
}

/** From within something of a list back to the list, and from there to everything. */
export const listBefore = ({ at, path = [] }: OpenChoice): { open?: OpenChoice } =>
  path.length > 0 ? { open: { at, path: path.slice(0, -1) } } : {}
