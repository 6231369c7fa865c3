import type { InlineKeyboardButton } from 'grammy/types'
import type { Chat } from '../../../bot/context.ts'
import type { Message } from '../../../bot/messenger.ts'
import type { Clock } from '../../../platform/clock.ts'
import { formatDate } from '../../../platform/texts/dates.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Answering } from '../actions/answering.ts'
import type { FormsOf, formsOf } from '../actions/forms-of.ts'
import { mayEdit } from '../actions/submit-response.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'
import { minutesText, sizeOf } from '../domain/form-size.ts'
import { titleIn } from '../domain/form-language.ts'
import { referenceOf, type Questionnaire } from '../domain/questionnaire.ts'
import { hasResult } from '../domain/scores.ts'
import { askedSteps, minutesFor } from '../domain/steps.ts'
import type { Activities } from '../../activities/index.ts'
import { editForm, lookAtAnswers, showResult } from './buttons.ts'
import { calling, type Called } from './form-names.ts'
import { labelAtMost, openKey, resumeRow } from './forms-views.ts'
import { whichOf } from './sections/section-card.ts'

export interface FormsListNeeds {
  questionnaires: QuestionnaireStore
  activities: Pick<Activities, 'store'>
  filling: Answering
  forms: ReturnType<typeof formsOf>
  clock: Clock
  homeTimeZone: string
  /** Where somebody lives, whose clock a closing date is told by. */
  zoneOf(personId: number): Promise<string>
}

type Key = InlineKeyboardButton.CallbackButton

interface Line {
  line: string
  rows: Key[][]
}

/** What somebody has begun, what waits for them, and what they have handed in; and the ways back to what they have begun. */
export function formsList(needs: FormsListNeeds) {
  const { questionnaires, activities, filling, forms, clock, homeTimeZone } = needs

  const formTitle = async ({ versionId, formId }: Questionnaire, language: Language): Promise<string> =>
    versionId === null ? formId : titleIn(await questionnaires.form(versionId), language)

  async function listMessage(seen: Chat): Promise<Message> {
    const { words } = seen
    const parts = await linesOf(seen)
    if (parts.length === 0) return { text: words('questionnaires:list.nothing') }
    return {
      text: [words('questionnaires:list.title'), ...parts.map(({ line }) => line)].join('\n\n'),
      keyboard: parts.flatMap(({ rows }) => rows),
    }
  }

  async function linesOf(seen: Chat): Promise<Line[]> {
    const { of, called } = await named(seen)
    return [
      ...(await draftLines(seen, of, called)),
      ...(await waitingLines(seen, of, called)),
      ...(await sentLines(seen, of, called)),
    ]
  }

  async function named(seen: Chat): Promise<{ of: FormsOf; called: Called }> {
    const { personId } = seen.viewer
    const of = personId === null ? nothing : await forms(personId)
    const all = [...of.waiting, ...[...of.drafts, ...of.submitted].map(({ response }) => response)]
    const listed = all.map((one) => ({
      activityId: one.activityId,
      questionnaireId: 'questionnaire' in one ? one.questionnaire.id : one.questionnaireId,
    }))
    const called = await calling(activities, listed, seen.words.language)
    return { of, called }
  }

  async function draftLines({ words }: Chat, { drafts }: FormsOf, called: Called): Promise<Line[]> {
    return Promise.all(
      drafts.slice(0, 8).map(async ({ response, firm }) => {
        const standing = await filling.standing(response.id, words.language)
        const { session, form, sections } = standing
        // Whoever was asked for one section counts no others.
        const [section] = response.section === null ? [] : sections
        const asked = (section?.asked ?? askedSteps(session)).filter(({ kind }) => kind === 'question')
        const left = asked.filter((step) => !session.isAnswered(step))
        const which = whichOf(words, standing) ?? firm
        const { title, label } = called(titleIn(form, words.language), { ...response, which })
        return {
          line: words('questionnaires:list.draft', {
            ...{ title, answered: String(asked.length - left.length), of: String(asked.length) },
            minutes: String(minutesFor(left)),
          }),
          rows: [resumeRow(words, response.id, label)],
        }
      }),
    )
  }

  async function waitingLines(
    { words, viewer }: Chat,
    { waiting }: FormsOf,
    called: Called,
  ): Promise<Line[]> {
    const zone = viewer.personId === null ? homeTimeZone : await needs.zoneOf(viewer.personId)
    return Promise.all(
      waiting.slice(0, 8).map(async ({ questionnaire, activityId }) => {
        const of = { questionnaireId: questionnaire.id, activityId }
        const { title, label } = called(await formTitle(questionnaire, words.language), of)
        const line = words('questionnaires:list.waiting', {
          title,
          minutes: await minutesOf(questionnaire),
        })
        const day = questionnaire.closesAt?.toZonedDateTimeISO(zone).toPlainDate()
        return {
          line: day
            ? `${line} · ${words('questionnaires:list.until', { day: formatDate(day, words.language) })}`
            : line,
          rows: [
            [
              {
                text: shortenedTo(words.plain('questionnaires:list.begin', { title: label }), labelAtMost),
                callback_data: openKey(questionnaire.id, activityId),
              },
            ],
          ],
        }
      }),
    )
  }

  async function sentLines({ words, viewer }: Chat, { submitted }: FormsOf, called: Called): Promise<Line[]> {
    return Promise.all(
      submitted.slice(0, 8).map(async ({ questionnaire, response }) => {
        const form = await questionnaires.form(response.versionId)
        const { title, label } = called(titleIn(form, words.language), response)
        const reference = referenceOf(questionnaire, response.number)
        const isOthers = response.submittedBy !== null && response.submittedBy !== viewer.personId
        const key = (word: 'result' | 'edit' | 'look', callback_data: string) => [
          {
            text: shortenedTo(words.plain(`questionnaires:list.${word}`, { title: label }), labelAtMost),
            callback_data,
          },
        ]
        const { id: responseId } = response
        const isFormer = response.round < questionnaire.round
        const day = response.submittedAt?.toZonedDateTimeISO(homeTimeZone).toPlainDate()
        return {
          line:
            isFormer && day
              ? words('questionnaires:list.former', {
                  ...{ title, reference, day: formatDate(day, words.language) },
                })
              : response.number === null
                ? words('questionnaires:list.answered', { title })
                : words('questionnaires:list.submitted', { title, reference }),
          rows: [
            ...(response.number !== null && hasResult(form)
              ? [key('result', showResult.pack({ responseId }))]
              : []),
            ...(isOthers || isFormer ? [key('look', lookAtAnswers.pack({ responseId, page: 0 }))] : []),
            ...(!isOthers && mayEdit(questionnaire, response, clock.now())
              ? [key('edit', editForm.pack({ responseId }))]
              : []),
          ],
        }
      }),
    )
  }

  /** About how long it takes somebody who begins. */
  async function minutesOf({ versionId }: Questionnaire): Promise<string> {
    if (versionId === null) return '1'
    const form = await questionnaires.form(versionId)
    return minutesText(sizeOf(form, clock.now().toZonedDateTimeISO(homeTimeZone)))
  }

  async function waysBack(seen: Chat): Promise<Key[][]> {
    const { of, called } = await named(seen)
    const lines = await draftLines(seen, { ...of, drafts: of.drafts.slice(0, 3) }, called)
    return lines.flatMap(({ rows }) => rows)
  }

  return { listMessage, waysBack }
}

const nothing: FormsOf = { waiting: [], drafts: [], submitted: [] }
