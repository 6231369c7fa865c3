import type { Composer } from 'grammy'
import type { Job } from '../platform/jobs.ts'
import type { Sweep } from '../platform/sweep.ts'
import type { Chat } from './context.ts'
import type { OpenKind } from './drafts/open-work.ts'
import type { Feature } from './feature.ts'
import type { Watch } from './keep-watch.ts'

/** A corner of a room, as the room's door puts it together with the others. */
export interface Part extends Pick<
  Feature,
  | 'links'
  | 'home'
  | 'privacyKeys'
  | 'activityKeys'
  | 'personCard'
  | 'tripKeys'
  | 'takesOver'
  | 'takesLast'
  | 'learnsFates'
  | 'desk'
  | 'deskNumbers'
> {
  chats?: readonly Composer<Chat>[]
  watches?: readonly Watch[]
  jobs?: readonly Job[]
  sweeps?: readonly Sweep[]
  /** Dialogues whose truth is in rows. */
  open?: readonly OpenKind[]
}
