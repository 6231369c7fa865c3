import type { InlineKeyboardButton } from 'grammy/types'
import { pauseKey } from '../../../../bot/drafts/question-view.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languageOf, titleIn } from '../../domain/form-language.ts'
import { introOf, leadInOf, openIn, progressIn, type Section } from '../../domain/sections.ts'
import { isOfResult, stepName } from '../../domain/steps.ts'
import { toRead } from '../asking-head.ts'
import { toHand } from '../../actions/hand-over.ts'
import { handedOf, isWaiting } from '../../domain/handed.ts'
import { askTakingBack, chooseSection, formQuestion } from '../buttons.ts'
import type { Asking } from '../scene.ts'
import { firstPageOf } from './section-page.ts'

/** The parts of a long form, how far each of them is, and a way into each; once all are done, the way to hand it in. */
export function sectionCard(words: Words, standing: Asking, refusal?: string): Message {
  const { response, questionnaire, sections, section, session } = standing
  const hasBegun = Object.keys(response.answers).length > 0
  const why = refusal ?? standing.refusal
  const isComplete = standing.step === 'summary' && !sections.some((one) => isWaiting(standing.handed, one))
  const said = [
    ...(hasBegun ? [] : introOf(session)),
    ...(section ? leadInOf(session, section, undefined) : []),
  ].filter((step) => step.kind === 'note' && !isOfResult(step))
  const text = [
    [
      words('questionnaires:ask.title', { title: titleIn(standing.form, words.language) }),
      ...(response.isTest ? [words('questionnaires:ask.test')] : []),
      ...(standing.forWhom ? [words('questionnaires:ask.forWhom', { name: standing.forWhom })] : []),
      ...(questionnaire.isAnonymous && !hasBegun ? [words('questionnaires:ask.anonymous')] : []),
    ].join('\n'),
    ...(standing.understood ? [standing.understood] : []),
    ...(why ? [`⚠️ ${why}`] : []),
    ...said.flatMap((step) => toRead(words, standing, step)),
    sections.map((one) => lineOf(words, standing, one)).join('\n'),
    words(howOn(standing, isComplete)),
  ]
  return { text: text.join('\n\n'), keyboard: keysOf(words, standing, isComplete, hasBegun) }
}

function howOn({ response }: Asking, isComplete: boolean) {
  if (!isComplete) return 'questionnaires:sections.how'
  return response.section === null ? 'questionnaires:sections.complete' : 'questionnaires:hand.complete'
}

/** The heading of a section, as somebody reads it. */
export const headingOf = (words: Words, { session, form }: Asking, { group }: Section): string =>
  session.text(group.label, group.path, languageOf(form, words.language)) ||
  group.name ||
  words.plain('questionnaires:sections.beginning')

/** Which filling in of its form it is: for whom, or of which section alone; `undefined`: one's own, of all of it. */
export function whichOf(words: Words, standing: Asking): string | undefined {
  const { forWhom, response, sections } = standing
  const [section] = response.section === null ? [] : sections
  return forWhom ?? (section && headingOf(words, standing, section))
}

function lineOf(words: Words, standing: Asking, section: Section): string {
  const { answered, of, minutes, isDone } = progressIn(standing.session, section)
  const label = shortenedTo(headingOf(words, standing, section), 100)
  const handed = handedOf(standing.handed, section)
  if (handed?.state === 'waiting')
    return handed.name === ''
      ? words('questionnaires:hand.sent', { label })
      : words('questionnaires:hand.with', { label, name: handed.name })
  if (handed && isDone) return words('questionnaires:hand.answered', { label, name: handed.name })
  if (isDone) return words('questionnaires:sections.done', { label })
  return words(`questionnaires:sections.${answered > 0 ? 'begun' : 'open'}`, {
    ...{ label, answered: String(answered), of: String(of), minutes: String(minutes) },
  })
}

function keysOf(
  words: Words,
  standing: Asking,
  isComplete: boolean,
  hasBegun: boolean,
): InlineKeyboardButton[][] {
  const { sections, session, response } = standing
  const { id: draftId, revision, editsId } = response
  const next = nextSection(standing)
  const submit = words.plain(
    response.section !== null
      ? 'questionnaires:hand.back'
      : editsId === null
        ? 'questionnaires:review.submit'
        : 'questionnaires:review.submitEdit',
  )
  const discard = {
    text: words.plain('questionnaires:review.discard'),
    callback_data: formQuestion.askDiscard.pack({ draftId }),
  }
  return [
    ...(isComplete
      ? [[{ text: submit, callback_data: formQuestion.submit.pack({ draftId, revision }) }]]
      : []),
    ...(next ? [[wayInto(words, standing, next, '▶')]] : []),
    ...sections
      .filter((section) => section !== next)
      .map((section) => [
        isWaiting(standing.handed, section)
          ? handedKey(words, standing, section)
          : wayInto(words, standing, section, openIn(session, section) ? '▫️' : isComplete ? '✎' : '✅'),
      ]),
    ...(toHand(standing).length > 0 && !standing.forWhom
      ? [
          [
            {
              text: words.plain('questionnaires:hand.ask'),
              callback_data: chooseSection.pack({ responseId: draftId }),
            },
          ],
        ]
      : []),
    [pauseKey(words, formQuestion, draftId), ...(hasBegun ? [discard] : [])],
  ]
}

/** What is offered first: what follows the section that has just been finished, else the first that is open. */
function nextSection({ sections, section, session, handed }: Asking): Section | undefined {
  const isOpen = (one: Section) => openIn(session, one) !== undefined && !isWaiting(handed, one)
  const behind = section ? sections.slice(sections.indexOf(section) + 1).find(isOpen) : undefined
  return behind ?? sections.find(isOpen)
}

/** To what has become of a section that is with a colleague. */
const handedKey = (words: Words, standing: Asking, section: Section): InlineKeyboardButton => ({
  text: `🤝 ${shortenedTo(headingOf(words, standing, section), 40)}`,
  callback_data: askTakingBack.pack({
    ...{ responseId: standing.response.id, at: standing.sections.indexOf(section) },
  }),
})

/** To the first open question of a section, or to its answers. */
function wayInto(words: Words, standing: Asking, section: Section, sign: string): InlineKeyboardButton {
  const { id: draftId, revision } = standing.response
  const open = openIn(standing.session, section)
  const to = { draftId, revision }
  return {
    text: `${sign} ${shortenedTo(headingOf(words, standing, section), 40)}`,
    callback_data: open
      ? formQuestion.change.pack({ ...to, step: stepName(open) })
      : formQuestion.pick.pack({
          ...{ ...to, step: standing.step },
          value: `p${firstPageOf(standing, section)}`,
        }),
  }
}
