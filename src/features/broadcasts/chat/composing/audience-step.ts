import type { Choices } from '../../../../bot/drafts/question-view.ts'
import type { Chat } from '../../../../bot/context.ts'
import type { Addressed } from '../../actions/composing/fill-broadcast.ts'
import type { Audience } from '../../domain/audience.ts'
import type { ComposedDraft } from '../../domain/composing/draft.ts'

/** What somebody says at the question whom a broadcast is for. */
export type AudienceRaw = { kind: 'choice'; value: string } | { kind: 'text'; text: string }

/** The question whom a broadcast is for, however it is asked. */
export interface AudienceStep {
  prompt(chat: Chat, draft: ComposedDraft): Promise<{ text: string } & Choices>
  answer(chat: Chat, draft: ComposedDraft, raw: AudienceRaw): Promise<Addressed>
  /** In a line: "Barcelona rail delegation · approved, bus 1". */
  describe(chat: Chat, audience: Audience): Promise<string>
}
