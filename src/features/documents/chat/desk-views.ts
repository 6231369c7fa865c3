import type { Message } from '../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../bot/page-keys.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { activityRow, titleOf, type Activity } from '../../activities/index.ts'
import type { LookedAt, PersonsDocuments } from '../actions/look-at-documents.ts'
import type { Verdict } from '../actions/change-document.ts'
import type { ChecklistLine } from '../domain/checklist.ts'
import * as buttons from './buttons.ts'
import { documentLine, renewalLine, ruleLines, signOf, titleOfLine } from './lines.ts'
import { openedFrom, wayBack } from './way-back.ts'

/** People × documents, whoever needs help most first: a sign for each document, in the order of the legend. */
export function matrixView(words: Words, { activity, rules, people }: LookedAt, offset: number): Message {
  const page = people.slice(offset, offset + pageSize)
  const to = (at: number) => buttons.matrix.pack({ activityId: activity.id, offset: at })
  return {
    text: [
      words('documents:desk.title', { title: titleOf(activity, words.language), count: people.length }),
      rules.length === 0
        ? words('documents:desk.none')
        : rules
            .map((rule, at) =>
              words('documents:desk.legend', { at: at + 1, title: titleOfLine(words, activity, { rule }) }),
            )
            .join('\n'),
      ...page.map((person) =>
        words('documents:desk.person', {
          signs: [
            ...rules.map(({ code }) => signOfCode(person, code)),
            ...(person.renewBy ? ['🛂'] : []),
          ].join(''),
          name: person.traveller.name,
          firm: person.traveller.firmName ?? '–',
        }),
      ),
      ...(rules.length === 0 ? [] : [words('documents:desk.signs')]),
    ].join('\n\n'),
    keyboard: [
      ...page.map((person) => [
        {
          text: person.traveller.name,
          callback_data: buttons.ofPerson.pack({
            applicationId: person.traveller.applicationId,
            from: openedFrom.matrix(offset),
          }),
        },
      ]),
      ...pageKeys(words, { offset, total: people.length, limit: pageSize }, to),
      ...(rules.length > 0 && people.length > 0
        ? [
            [
              {
                text: words.plain('documents:desk.table'),
                callback_data: buttons.table.pack({ activityId: activity.id }),
              },
            ],
          ]
        : []),
      activityRow(words.plain('bot:back'), activity.id),
    ],
  }
}

const signOfCode = ({ lines }: PersonsDocuments, code: string): string => {
  const line = lines.find(({ rule }) => rule.code === code)
  return line ? signOf[line.urgency] : '➖'
}

interface PersonScene {
  activity: Activity
  person: PersonsDocuments
  /** Where it was opened from (`way-back.ts`). */
  from: string
}

/** Somebody's documents, each behind a button. */
export function personView(words: Words, { activity, person, from }: PersonScene): Message {
  const { applicationId, name, firmName } = person.traveller
  return {
    text: [
      words('documents:desk.of', { name, firm: firmName ?? '–' }),
      [
        ...renewalLine(words, person),
        ...person.lines.map((line) => documentLine(words, activity, line)),
      ].join('\n') || words('documents:desk.none'),
    ].join('\n\n'),
    keyboard: [
      ...person.lines.map((line) => [
        {
          text: `${signOf[line.urgency]} ${titleOfLine(words, activity, line)}`,
          callback_data: buttons.ofPersonOne.pack({ applicationId, mark: line.mark, from }),
        },
      ]),
      ...wayBack(words, { activity, traveller: person.traveller, from }),
    ],
  }
}

/** One of them, with what a coordinator can make of it. */
export function judgingView(
  words: Words,
  { activity, person, from }: PersonScene,
  line: ChecklistLine,
): Message {
  const { applicationId, name } = person.traveller
  const { mark, state, hasFile } = line
  const key = (text: string, callback_data: string) => [{ text, callback_data }]
  const verdict = (to: Verdict) =>
    key(
      words.plain(`documents:verdict.${to}`),
      buttons.judge.pack({ applicationId, mark, verdict: to, from }),
    )
  return {
    text: [
      `${words('documents:desk.oneOf', { name })}\n${documentLine(words, activity, line)}`,
      ...ruleLines(words, activity, line),
    ].join('\n\n'),
    keyboard: [
      ...(hasFile
        ? [key(words.plain('documents:desk.file'), buttons.showFile.pack({ applicationId, mark }))]
        : []),
      ...(state === 'accepted' ? [verdict('expired')] : [verdict('accepted')]),
      ...(state === 'requested' || state === 'sent_back' ? [verdict('received')] : []),
      ...(state === 'received'
        ? [
            key(
              words.plain('documents:verdict.sent_back'),
              buttons.askReason.pack({ applicationId, mark, from }),
            ),
          ]
        : []),
      ...(state === 'requested' ? [] : [verdict('requested')]),
      key(words.plain('bot:back'), buttons.ofPerson.pack({ applicationId, from })),
    ],
  }
}
