import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { titleOf, type Activity } from '../../../activities/index.ts'
import type { AttachedActivity, FormActivities } from '../../actions/attach-form.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import * as buttons from '../desk-buttons.ts'

export interface ActivitiesScene extends FormActivities {
  title: string
  /** Of those it can become a form of. */
  offset: number
}

/** The activities of a questionnaire, and those it can be asked for as well. */
export function activitiesView(
  words: Words,
  { questionnaire, title, attached, free, offset }: ActivitiesScene,
): Message {
  const { id: questionnaireId } = questionnaire
  const name = (activity: Activity) => shortenedTo(titleOf(activity, words.language), 45)
  return {
    text: [
      words('formattach:title', { title }),
      attached.length > 0
        ? attached.map((one) => attachedLine(words, one)).join('\n')
        : words('formattach:nowhere'),
      words(free.length > 0 ? 'formattach:choose' : 'formattach:noneFree'),
    ].join('\n\n'),
    keyboard: [
      ...attached
        .filter(({ isNamed }) => !isNamed)
        .map(({ activity }) => [
          {
            text: words.plain('formattach:drop', { title: name(activity) }),
            callback_data: buttons.askDetaching.pack({ questionnaireId, activityId: activity.id }),
          },
        ]),
      ...free.slice(offset, offset + pageSize).map((activity) => [
        {
          text: words.plain('formattach:add', { title: name(activity) }),
          callback_data: buttons.attach.pack({ questionnaireId, activityId: activity.id }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total: free.length }, (to) =>
        buttons.formActivities.pack({ questionnaireId, offset: to }),
      ),
      [
        {
          text: words.plain('formresults:toCard'),
          callback_data: buttons.deskForm.pack({ questionnaireId }),
        },
      ],
    ],
  }
}

function attachedLine(
  words: Words,
  { activity, isNamed, asked, begun, submitted }: AttachedActivity,
): string {
  return [
    words('formdesk:preview.activity', { title: titleOf(activity, words.language) }),
    `   ${words('formattach:numbers', { asked: String(asked), begun: String(begun), submitted: String(submitted) })}`,
    ...(isNamed ? [`   ${words('formattach:named')}`] : []),
  ].join('\n')
}

/** Detaching is asked once: how many it concerns, and what becomes of it. */
export function detachQuestion(words: Words, { questionnaire, title, one, isLast }: DetachScene): Message {
  const { id: questionnaireId } = questionnaire
  const { activity, asked, begun, submitted } = one
  return {
    text: [
      words('formattach:ask', { title, activity: titleOf(activity, words.language) }),
      words('formattach:numbers', {
        ...{ asked: String(asked), begun: String(begun), submitted: String(submitted) },
      }),
      words('formattach:stays'),
      ...(isLast ? [words('formattach:last')] : []),
    ].join('\n\n'),
    keyboard: [
      [
        {
          text: words.plain('formattach:yes'),
          callback_data: buttons.detach.pack({ questionnaireId, activityId: activity.id }),
        },
      ],
      [
        {
          text: words.plain('bot:back'),
          callback_data: buttons.formActivities.pack({ questionnaireId, offset: 0 }),
        },
      ],
    ],
  }
}

interface DetachScene {
  questionnaire: Questionnaire
  title: string
  one: AttachedActivity
  isLast: boolean
}
