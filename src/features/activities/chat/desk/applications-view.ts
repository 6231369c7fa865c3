import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortened } from '../../../uploads/index.ts'
import { mostFound } from '../../data/desk/found-by-words.ts'
import { mostCounted, type FoundApplication } from '../../data/desk/application-search.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import { referenceOf } from '../../domain/application.ts'
import { facets, packFilter, type ApplicationFilter } from '../../domain/desk/application-filter.ts'
import * as buttons from '../buttons.ts'
import { chosenOf, type Chosen } from './chosen.ts'
import { firmWithStanding } from './firm-with-standing.ts'

export interface ApplicationsScene {
  filter: ApplicationFilter
  /** What the filter's numbers are called. */
  chosen: Chosen
  /** The activity that the filter names. */
  activity?: Activity
  offset: number
  total: number
  rows: readonly FoundApplication[]
}

/** Applications, filtered, a page of them, and the ways to look for others. */
export function applicationsView(words: Words, scene: ApplicationsScene): Message {
  const { filter, activity, rows, total, offset } = scene
  const at = packFilter(filter)
  const isMixed = filter.standing === undefined
  return {
    text: [
      [words('desk:list.title'), whereOf(words, scene), ...filterLines(words, scene)].join('\n'),
      countOf(words, scene),
      ...(rows.length > 0
        ? [rows.map((row) => line(words, row, { isMixed, hasCode: !activity })).join('\n')]
        : []),
    ].join('\n\n'),
    keyboard: [
      ...rows.map((row) => [
        {
          text: shortened(`${numberOf(row, !activity)} ${row.name}`, 32),
          callback_data: buttons.openFromList.pack({ applicationId: row.id, filter: at, offset }),
        },
      ]),
      ...pageKeys(words, { offset, limit: pageSize, total }, (to) =>
        buttons.applicationsList.pack({ filter: at, offset: to }),
      ),
      ...waysOn(words, scene),
      [wayBack(words, activity)],
    ],
  }
}

function whereOf(words: Words, { activity, filter }: ApplicationsScene): string {
  if (activity) return words('desk:facets.value', { value: titleOf(activity, words.language) })
  return words(filter.searchId === undefined ? 'desk:list.everywhere' : 'desk:list.always')
}

/** "Status: to decide", one for each part of the filter. */
export function filterLines(words: Words, scene: Pick<ApplicationsScene, 'filter' | 'chosen'>): string[] {
  const lines = facets
    .filter((facet) => facet !== 'activity')
    .map((facet) => ({ facet, value: chosenOf(words, scene.filter, facet, scene.chosen) }))
  const { words: typed } = scene.chosen
  return [
    ...lines,
    { facet: 'search' as const, value: typed && words.plain('desk:search.words', { words: typed }) },
  ].flatMap(({ facet, value }) =>
    value === undefined
      ? []
      : [words('desk:facets.line', { facet: words.plain(`desk:facets.name.${facet}`), value })],
  )
}

function countOf(words: Words, { filter, total }: ApplicationsScene): string {
  const isSearch = filter.searchId !== undefined
  if (total === 0) return words(isSearch ? 'desk:list.noneFound' : 'desk:list.none')
  if (isSearch && total >= mostFound) return words('desk:list.many', { n: mostFound })
  return total >= mostCounted
    ? words('desk:list.moreThan', { n: mostCounted })
    : words('desk:list.count', { count: total })
}

const numberOf = ({ code, number }: FoundApplication, hasCode: boolean): string =>
  hasCode ? referenceOf(code, number) : referenceOf(code, number).slice(-4)

function line(words: Words, row: FoundApplication, is: { isMixed: boolean; hasCode: boolean }): string {
  const values = {
    number: numberOf(row, is.hasCode),
    name: [row.name, firmWithStanding(words, row)].filter(Boolean).join(', '),
  }
  return is.isMixed
    ? words('desk:list.lineState', { ...values, state: words.plain(`activities:state.${row.state}`) })
    : words('desk:list.line', values)
}

function waysOn(words: Words, { filter }: ApplicationsScene): InlineKeyboardButton[][] {
  const at = packFilter(filter)
  const { activityId: _where, searchId, ...rest } = filter
  const chosen = Object.keys(rest).length
  const onlyWhere = filter.activityId === undefined ? {} : { activityId: filter.activityId }
  return [
    [
      {
        text: words.plain('desk:list.search'),
        callback_data: buttons.searchApplications.pack({ filter: at }),
      },
      {
        text: chosen > 0 ? words.plain('desk:list.filtered', { n: chosen }) : words.plain('desk:list.filter'),
        callback_data: buttons.chooseFacets.pack({ filter: at }),
      },
    ],
    ...(chosen > 0 || searchId !== undefined
      ? [
          [
            {
              text: words.plain('desk:list.clear'),
              callback_data: buttons.applicationsList.pack({ filter: packFilter(onlyWhere), offset: 0 }),
            },
          ],
        ]
      : []),
  ]
}

const wayBack = (words: Words, activity: Activity | undefined): InlineKeyboardButton =>
  activity
    ? {
        text: words.plain('desk:list.toActivity'),
        callback_data: buttons.deskActivity.pack({ activityId: activity.id }),
      }
    : { text: words.plain('activities:desk.open'), callback_data: buttons.desk.pack({}) }
