import type { Composer } from 'grammy'
import type { Chat } from '../../../bot/context.ts'
import type { OpenKind } from '../../../bot/drafts/open-work.ts'
import type { Feature } from '../../../bot/feature.ts'
import type { Watch } from '../../../bot/keep-watch.ts'
import type { Job } from '../../../platform/jobs.ts'
import type { Sweep } from '../../../platform/sweep.ts'

/** A corner of the room, as its door puts it together with the others. */
export interface Part {
  chats?: readonly Composer<Chat>[]
  watches?: readonly Watch[]
  jobs?: readonly Job[]
  sweeps?: readonly Sweep[]
  /** Dialogues whose truth is in rows. */
  open?: readonly OpenKind[]
  links?: Feature['links']
  home?: Feature['home']
  activityKeys?: Feature['activityKeys']
}
