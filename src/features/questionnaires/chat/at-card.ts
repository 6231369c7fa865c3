import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import { personIdOf, type TappedAnswer } from '../../../bot/drafts/draft-sitting-needs.ts'
import { pauseKey } from '../../../bot/drafts/question-view.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import type { Answering } from '../actions/answering.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { openIn } from '../domain/sections.ts'
import { askedSteps, stepName } from '../domain/steps.ts'
import { titleIn } from '../domain/form-language.ts'
import { formQuestion } from './buttons.ts'
import { tappedPage } from './kinds/choices.ts'
import { removedBy, reviewView } from './review-view.ts'
import type { Asking } from './scene.ts'
import { headingOf, sectionCard } from './sections/section-card.ts'
import { sectionPage } from './sections/section-page.ts'

/** What stands there while nothing is asked: the review of a short form; of a long one its sections, or one of them. */
export function cardView(words: Words, standing: Asking, refusal?: string): Message {
  if (standing.response.section !== null && standing.sections.length === 0)
    return withoutSection(words, standing)
  if (standing.sections.length === 0) return reviewView(words, standing, refusal)
  return sectionPage(words, standing, standing.look?.page ?? 0) ?? sectionCard(words, standing, refusal)
}

/** The section somebody was asked for is not in the form any more: of the rest they see nothing, and hand back what they said. */
const withoutSection = (words: Words, { form, response: { id: draftId, revision } }: Asking): Message => ({
  text: words('questionnaires:hand.gone', { title: titleIn(form, words.language) }),
  keyboard: [
    [
      {
        text: words.plain('questionnaires:hand.back'),
        callback_data: formQuestion.submit.pack({ draftId, revision }),
      },
    ],
    [pauseKey(words, formQuestion, draftId)],
  ],
})

/** What can be done there: pages, sections by their heading, and instances of repeats. */
export function atCard(filling: Answering) {
  return async (chat: Chat, standing: Asking, id: number, tapped?: TappedAnswer): Promise<Asking> => {
    if (!tapped) return typedSection(chat, standing, id)
    if (tapped.kind !== 'choice') throw questionnaireErrors.chooseOne()
    const page = tappedPage(tapped.value)
    if (page !== undefined) return { ...standing, look: { page } }
    const removed = removedBy(tapped.value, standing)
    if (removed) return filling.removeInstance(id, personIdOf(chat), removed.repeat, removed.instance)
    const added = askedSteps(standing.session).find((step) => tapped.value === `add.${stepName(step)}`)
    if (!added) throw staleButton()
    await filling.change(id, personIdOf(chat), stepName(added))
    return filling.answer(id, personIdOf(chat), 'yes', chat.viewer.language)
  }

  async function typedSection(chat: Chat, standing: Asking, id: number): Promise<Asking> {
    const typed = foldForSearch(chat.message?.text ?? '')
    const section = standing.sections.find(
      (one, at) => typed === String(at + 1) || typed === foldForSearch(headingOf(chat.words, standing, one)),
    )
    if (!section) throw questionnaireErrors.chooseOne()
    const step = openIn(standing.session, section) ?? section.asked[0]
    if (!step) throw questionnaireErrors.chooseOne()
    return filling.change(id, personIdOf(chat), stepName(step))
  }
}
