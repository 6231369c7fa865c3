import type { InlineKeyboardButton } from 'grammy/types'
import type { Words } from '../../../../platform/texts/words.ts'
import type { Progress, Stages } from '../../data/requests/request-progress.ts'
import { hasRounds, notOpenBecause, type Questionnaire } from '../../domain/questionnaire.ts'
import * as buttons from '../desk-buttons.ts'

interface KeysScene {
  questionnaire: Questionnaire
  progress: Progress
  olderDrafts: number
  now: Temporal.Instant
}

/** What can be done with a questionnaire, as things stand. */
export function formCardKeys(words: Words, scene: KeysScene): InlineKeyboardButton[][] {
  const { questionnaire, progress, now, olderDrafts } = scene
  const { id: questionnaireId, state } = questionnaire
  const because = notOpenBecause(questionnaire, now)
  const isSending = because === undefined || because === 'notYet'
  const left = askedOf(progress) - progress.submitted
  const key = (text: string, callback_data: string) => [{ text, callback_data }]
  const change = (to: 'published' | 'closed' | 'archived', text: string) =>
    key(text, buttons.askState.pack({ questionnaireId, state: to }))
  return [
    ...(isSending
      ? [key(words.plain('formdesk:card.send'), buttons.chooseWhom.pack({ questionnaireId }))]
      : []),
    ...(because === undefined && !questionnaire.isAnonymous
      ? [key(words.plain('formdesk:card.onSite'), buttons.fillForSomebody.pack({ questionnaireId }))]
      : []),
    ...(hasRounds(questionnaire)
      ? [key(words.plain('formdesk:card.newRound'), buttons.askRound.pack({ questionnaireId }))]
      : []),
    ...(isSending && olderDrafts > 0
      ? [
          key(
            words.plain('formdesk:card.move', { number: String(olderDrafts) }),
            buttons.askMoving.pack({ questionnaireId }),
          ),
        ]
      : []),
    ...(progress.waiting > 0
      ? [
          key(words.plain('formdesk:card.refresh'), buttons.deskForm.pack({ questionnaireId })),
          key(
            words.plain('formdesk:card.stopSending', { waiting: String(progress.waiting) }),
            buttons.stopSending.pack({ questionnaireId }),
          ),
        ]
      : []),
    ...(isSending && left > progress.stopped
      ? [
          key(
            words.plain('formdesk:card.remind', { left: String(left - progress.stopped) }),
            buttons.remindRest.pack({ questionnaireId }),
          ),
        ]
      : []),
    ...(left > 0
      ? [
          key(
            words.plain('formdesk:card.rest', { left: String(left) }),
            buttons.whoHasNot.pack({ questionnaireId, offset: 0 }),
          ),
        ]
      : []),
    ...(progress.unreachable > 0
      ? [
          key(
            words.plain('formdesk:card.unreachableKey', { number: String(progress.unreachable) }),
            buttons.whoIsUnreachable.pack({ questionnaireId, offset: 0 }),
          ),
        ]
      : []),
    key(words.plain('formattach:button'), buttons.formActivities.pack({ questionnaireId, offset: 0 })),
    key(words.plain('formresults:button'), buttons.showResults.pack({ questionnaireId })),
    isSending
      ? change('closed', words.plain('formdesk:card.close'))
      : change('published', words.plain('formdesk:card.reopen')),
    ...(state === 'archived' ? [] : [change('archived', words.plain('formdesk:card.archive'))]),
    key(words.plain('formdesk:card.toList'), buttons.deskForms.pack({ offset: 0 })),
  ]
}

/** All that were asked, however far they are. */
export const askedOf = ({ asked, opened, begun, submitted }: Stages) => asked + opened + begun + submitted
