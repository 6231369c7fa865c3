import type { Choices } from '../../../../bot/drafts/question-view.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import type { ComposingScene } from './scene.ts'

/** What a step says and what can be tapped. */
export interface BroadcastPrompt extends Choices {
  text: string
}

export type Prompt = (words: Words, scene: ComposingScene) => BroadcastPrompt
