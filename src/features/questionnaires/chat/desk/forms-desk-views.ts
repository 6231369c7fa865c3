import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import type { TendedState } from '../../actions/tend-form.ts'
import { deskRow } from '../../../people/index.ts'
import type { Answered } from '../../data/desk-counts.ts'
import type { DeskPage } from '../../data/desk-list.ts'
import { titleIn } from '../../domain/form-language.ts'
import type { Questionnaire } from '../../domain/questionnaire.ts'
import * as buttons from '../desk-buttons.ts'
import { stateLine } from './form-card.ts'

export interface FormsListScene extends DeskPage {
  offset: number
  answered: ReadonlyMap<number, Answered>
  now: Temporal.Instant
  homeTimeZone: string
  /** Whose desk has no empty templates takes the one for questionnaires here. */
  hasTemplates: boolean
}

/** Two of one title are told apart by their ids. */
function namesOf({ language }: Words, rows: DeskPage['rows']) {
  const titles = rows.map(({ form }) => titleIn(form, language))
  return ({ questionnaire, form }: DeskPage['rows'][number]): string => {
    const title = titleIn(form, language)
    const isOneOfSeveral = titles.filter((one) => one === title).length > 1
    return isOneOfSeveral ? `${questionnaire.formId} · ${title}` : title
  }
}

/** A page of the questionnaires a coordinator runs. */
export function formsListView(words: Words, scene: FormsListScene): Message {
  const { rows, total, offset, answered, hasTemplates } = scene
  const called = namesOf(words, rows)
  const lines = rows.map((row) => {
    const { questionnaire } = row
    const { begun, submitted } = answered.get(questionnaire.id) ?? { begun: 0, submitted: 0 }
    return [
      words('formdesk:list.line', { title: shortenedTo(called(row), 100) }),
      stateLine(words, { ...scene, questionnaire }),
      words('formdesk:card.answered', { begun: String(begun), submitted: String(submitted) }),
    ].join('\n')
  })
  return {
    text: [
      words('formdesk:list.title'),
      ...(total === 0 ? [words('formdesk:list.nothing')] : lines),
      [
        words('formdesk:list.send'),
        ...(hasTemplates
          ? [words('formdesk:list.template', { button: words.plain('activities:desk.templates') })]
          : []),
      ].join(' '),
    ].join('\n\n'),
    keyboard: [
      ...rows.map((row) => [
        {
          text: shortenedTo(called(row), 42),
          callback_data: buttons.deskForm.pack({ questionnaireId: row.questionnaire.id }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) => buttons.deskForms.pack({ offset: to })),
      ...(hasTemplates
        ? []
        : [
            [
              {
                text: words.plain('formdesk:template.own'),
                callback_data: buttons.sendTemplate.pack({}),
              },
            ],
          ]),
      deskRow(words),
    ],
  }
}

/** Closing, reopening and archiving are asked once. */
export const stateQuestion = (
  words: Words,
  { id: questionnaireId }: Questionnaire,
  state: TendedState,
  openDrafts: number,
): Message => ({
  text: [
    words(`formdesk:confirm.${state}`),
    ...(state !== 'published' && openDrafts > 0
      ? [words('formdesk:confirm.drafts', { count: openDrafts })]
      : []),
  ].join('\n\n'),
  keyboard: [
    [
      {
        text: words.plain(`formdesk:confirm.yes.${state}`),
        callback_data: buttons.setState.pack({ questionnaireId, state }),
      },
    ],
    [{ text: words.plain('bot:back'), callback_data: buttons.deskForm.pack({ questionnaireId }) }],
  ],
})
