import type { DocumentMessage, Message } from '../../../../../bot/messenger.ts'
import { formatDate } from '../../../../../platform/texts/dates.ts'
import { formatNumber } from '../../../../../platform/texts/numbers.ts'
import type { Words } from '../../../../../platform/texts/words.ts'
import { languages, type Language } from '../../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../../people/index.ts'
import type { FormLanguage } from '../../../domain/form.ts'
import type { Questionnaire } from '../../../domain/questionnaire.ts'
import type { TableHeadings } from '../../../domain/results/table/result-table.ts'
import * as buttons from '../../desk-buttons.ts'

/** A table that was ordered, and what it is of. */
export interface TableScene {
  /** Of the order. */
  id: number
  questionnaire: Questionnaire
  title: string
}

/** The live message about a table. */
export const screenOfTable = (id: number): string => `table.${id}`

/** Which language the table is to have. */
export const languageQuestion = (
  words: Words,
  { questionnaireId, title }: { questionnaireId: number; title: string },
  languages: readonly FormLanguage[],
): Message => ({
  text: words('formresults:table.language', { title }),
  keyboard: [
    ...languages.map(({ name, tag }, at) => [
      {
        text: nameOf(name, tag, words),
        callback_data: buttons.orderTable.pack({ questionnaireId, language: at }),
      },
    ]),
    [
      {
        text: words.plain('formresults:toResults'),
        callback_data: buttons.showResults.pack({ questionnaireId }),
      },
    ],
  ],
})

/** How far a table is, and a way to stop it. */
export const tableUnderWay = (
  words: Words,
  { id, title }: Pick<TableScene, 'id' | 'title'>,
  { rows, submitted }: { rows: number; submitted: number } = { rows: 0, submitted: 0 },
): Message => {
  const total = formatNumber(Math.max(rows, submitted), words.language)
  const done = formatNumber(rows, words.language)
  return {
    text:
      rows === 0
        ? words('formresults:table.under', { title })
        : rows < submitted
          ? words('formresults:table.progress', { title, done, total })
          : words('formresults:table.writing', { title, total }),
    keyboard: [
      [
        {
          text: words.plain('formresults:table.stop'),
          callback_data: buttons.stopTable.pack({ exportId: id }),
        },
      ],
    ],
  }
}

export const tableStopped = (words: Words, title: string, questionnaireId: number): Message => ({
  text: words('formresults:table.stopped', { title }),
  keyboard: againKeys(words, questionnaireId),
})

export const tableSent = (words: Words, { title }: TableScene, count: number): Message => ({
  text: words('formresults:table.done', { title, count }),
})

export const tooLargeTable = (words: Words, { title }: TableScene, megabytes: number): Message => ({
  text: words('formresults:table.tooLarge', { title, limit: String(megabytes) }),
})

/** It could not be made in any try. */
export const brokenTable = (
  words: Words,
  { questionnaireId }: { questionnaireId: number },
  errorId: string,
): Message => ({
  text: words('formresults:table.broken', { id: errorId }),
  keyboard: againKeys(words, questionnaireId),
})

const againKeys = (words: Words, questionnaireId: number) => [
  [
    {
      text: words.plain('formresults:table.again'),
      callback_data: buttons.chooseTable.pack({ questionnaireId }),
    },
  ],
]

/** The file itself. */
export const tableDocument = (
  words: Words,
  { questionnaire, title }: TableScene,
  { count, on, bytes }: { count: number; on: Temporal.PlainDate; bytes: Uint8Array },
): DocumentMessage => ({
  name: `${questionnaire.formId.replaceAll(/[^\p{L}\p{N}._-]/gu, '_')}-${on.toString()}.xlsx`,
  content: bytes,
  caption: [
    words('formresults:table.caption', { title, count, day: formatDate(on, words.language) }),
    ...(questionnaire.isAnonymous ? [] : [words('formresults:table.personal')]),
  ].join('\n\n'),
})

/** What the table calls what is no question. */
export const tableHeadings = (words: Words): TableHeadings => ({
  index: words.plain('formresults:head.index'),
  parent: words.plain('formresults:head.parent'),
  instance: words.plain('formresults:head.instance'),
  reference: words.plain('formresults:head.reference'),
  submittedAt: words.plain('formresults:head.submittedAt'),
  version: words.plain('formresults:head.version'),
  person: words.plain('formresults:head.person'),
  firm: words.plain('formresults:head.firm'),
  activity: words.plain('formresults:head.activity'),
  round: words.plain('formresults:head.round'),
  source: words.plain('formresults:head.source'),
  self: words.plain('formresults:head.self'),
  coordinator: words.plain('formresults:head.coordinator'),
  language: words.plain('formresults:head.language'),
  ...languageNames(words),
  received: words.plain('formresults:head.received'),
  spoken: words.plain('questionnaires:ask.sent.audio'),
})

const languageNames = ({ language }: Words) =>
  Object.fromEntries(languages.map((one) => [one, spokenLanguageName(one, language)])) as Record<
    Language,
    string
  >

/** A column without a language is the form's own, whatever that is. */
const nameOf = (name: string, tag: string | undefined, words: Words): string =>
  name === '' ? words.plain('formresults:table.ownLanguage') : name.replace(` (${tag})`, '')
