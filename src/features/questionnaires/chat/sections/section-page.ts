import type { InlineKeyboardButton } from 'grammy/types'
import { pauseKey, inRows } from '../../../../bot/drafts/question-view.ts'
import type { Message } from '../../../../bot/messenger.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { toHand } from '../../actions/hand-over.ts'
import { titleIn } from '../../domain/form-language.ts'
import { leadInOf, type Section } from '../../domain/sections.ts'
import { isOfResult } from '../../domain/steps.ts'
import { toRead } from '../asking-head.ts'
import { formQuestion, handSection } from '../buttons.ts'
import { changeKeys, repeatKeys, reviewLines, type Question } from '../review-view.ts'
import type { Asking } from '../scene.ts'

const linesPerPage = 12

interface Page {
  section: Section
  shown: readonly Question[]
  /** The number of its first line in the whole form. */
  first: number
  isLast: boolean
}

/** The answers of one section, each changeable; page 1 is the first of the first section, 0 the card of all of them. */
export function sectionPage(words: Words, standing: Asking, number: number): Message | undefined {
  const page = pagesOf(standing)[number - 1]
  if (!page) return undefined
  const { section, shown, first, isLast } = page
  const { session, response, step } = standing
  const to = { draftId: response.id, revision: response.revision, step }
  const pick = (text: string, value: string) => ({
    text,
    callback_data: formQuestion.pick.pack({ ...to, value }),
  })
  const notes = isLast ? leadInOf(session, section, undefined).filter((one) => one.kind === 'note') : []
  const goOn = isLast ? [] : [pick(words.plain('bot:next'), `p${number + 1}`)]
  return {
    text: [
      [
        words('questionnaires:review.title', { title: titleIn(standing.form, words.language) }),
        ...(standing.forWhom ? [words('questionnaires:ask.forWhom', { name: standing.forWhom })] : []),
      ].join('\n'),
      reviewLines(words, standing, shown, first).join('\n'),
      ...notes.filter((one) => !isOfResult(one)).flatMap((one) => toRead(words, standing, one)),
    ].join('\n\n'),
    keyboard: [
      ...changeKeys(words, standing, shown, first),
      ...repeatKeys(words, standing, isLast ? section.asked : []).map(({ label, value }) => [
        pick(label, value),
      ]),
      ...inRows(goOn, 1),
      ...handKeys(words, standing, section),
      [pick(words.plain('questionnaires:sections.back'), 'p0'), pauseKey(words, formQuestion, response.id)],
    ],
  }
}

/** To a colleague who is asked to look over this very section. */
const handKeys = (words: Words, standing: Asking, section: Section): InlineKeyboardButton[][] =>
  toHand(standing).includes(section) && !standing.forWhom
    ? [
        [
          {
            text: words.plain('questionnaires:hand.ask'),
            callback_data: handSection.pack({
              ...{ responseId: standing.response.id, at: standing.sections.indexOf(section) },
            }),
          },
        ],
      ]
    : []

/** The first page of a section's answers. */
export const firstPageOf = (standing: Asking, section: Section): number =>
  pagesOf(standing).findIndex((page) => page.section === section) + 1

function pagesOf({ sections }: Asking): Page[] {
  let before = 0
  return sections.flatMap((section) => {
    const questions = section.asked.filter((step) => step.kind === 'question')
    const first = before + 1
    before += questions.length
    return inRows(questions, linesPerPage).map((shown, at, all) => ({
      section,
      shown,
      first: first + at * linesPerPage,
      isLast: at === all.length - 1,
    }))
  })
}
