import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../../bot/messenger.ts'
import { pageKeys, pageSize } from '../../../../bot/page-keys.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { languageNames, languages, readText } from '../../../../shared/localized-text.ts'
import { shortened } from '../../../uploads/index.ts'
import type { Choice } from '../../data/desk/facet-choices.ts'
import {
  clusterLetters,
  facets,
  lacks,
  packFilter,
  standings,
  withFacet,
  type ApplicationFilter,
  type Facet,
} from '../../domain/desk/application-filter.ts'
import * as buttons from '../buttons.ts'
import { filterLines } from './applications-view.ts'
import { chosenOf, type Chosen } from './chosen.ts'

export interface FacetsScene {
  filter: ApplicationFilter
  chosen: Chosen
}

const key = (text: string, callback_data: string): InlineKeyboardButton[] => [{ text, callback_data }]

/** By what applications can be filtered, and what is chosen already. */
export function facetsView(words: Words, { filter, chosen }: FacetsScene): Message {
  const at = packFilter(filter)
  return {
    text: [words('desk:facets.title'), words('desk:facets.choose')].join('\n\n'),
    keyboard: [
      ...facets
        .filter((facet) => isOffered(facet, filter))
        .map((facet) =>
          key(
            shortened(
              words.plain('desk:facets.line', {
                facet: words.plain(`desk:facets.name.${facet}`),
                value: chosenOf(words, filter, facet, chosen) ?? words.plain('desk:facets.all'),
              }),
              40,
            ),
            buttons.chooseFacet.pack({ filter: at, facet, offset: 0 }),
          ),
        ),
      key(words.plain('desk:facets.back'), buttons.applicationsList.pack({ filter: at, offset: 0 })),
    ],
  }
}

/** Groups are an activity's own, and so is what somebody lacks for it; firms are found by their name where there are thousands. */
const isOffered = (facet: Facet, { activityId }: ApplicationFilter): boolean =>
  activityId !== undefined || (facet !== 'group' && facet !== 'lack' && facet !== 'firm')

export interface FacetScene extends FacetsScene {
  facet: Facet
  offset: number
  /** What the rows say that there is, of facets that are made of rows. */
  found: { choices: readonly Choice[]; total: number }
}

/** What can be chosen in one of them. */
export function facetView(words: Words, scene: FacetScene): Message {
  const { filter, facet, offset, found } = scene
  const to = (value: string) =>
    buttons.applicationsList.pack({ filter: packFilter(withFacet(filter, facet, value)), offset: 0 })
  const known = fixed(words, facet)
  const choices = known ?? found.choices.map((choice) => asChoice(words, facet, choice))
  const isChosen = chosenOf(words, filter, facet, scene.chosen) !== undefined
  return {
    text: [
      [words('desk:facets.title'), ...filterLines(words, scene)].join('\n'),
      choices.length === 0
        ? words('desk:facets.empty')
        : words('desk:facets.which', { facet: words.plain(`desk:facets.name.${facet}`) }),
    ].join('\n\n'),
    keyboard: [
      ...(isChosen ? [key(words.plain('desk:facets.all'), to(''))] : []),
      ...choices.map(({ text, value }) => key(shortened(text, 40), to(value))),
      ...(known
        ? []
        : pageKeys(words, { offset, limit: pageSize, total: found.total }, (at) =>
            buttons.chooseFacet.pack({ filter: packFilter(filter), facet, offset: at }),
          )),
      key(words.plain('desk:facets.backFacets'), buttons.chooseFacets.pack({ filter: packFilter(filter) })),
    ],
  }
}

interface ShownChoice {
  text: string
  value: string
}

/** Of facets that are the same everywhere. */
function fixed(words: Words, facet: Facet): ShownChoice[] | undefined {
  switch (facet) {
    case 'standing':
      return standings.map((standing) => ({
        text: words.plain(`desk:standing.${standing}`),
        value: packFilter({ standing }),
      }))
    case 'cluster':
      return Object.values(clusterLetters).map((cluster) => ({
        text: words.plain(`people:cluster.${cluster}`),
        value: packFilter({ cluster }),
      }))
    case 'language':
      return languages.map((language) => ({
        text: languageNames[language],
        value: packFilter({ language }),
      }))
    case 'lack':
      return lacks.map((lack) => ({ text: words.plain(`desk:lack.${lack}`), value: packFilter({ lack }) }))
    default:
      return undefined
  }
}

function asChoice(words: Words, facet: Facet, { value, name, count }: Choice): ShownChoice {
  const text = typeof name === 'string' ? name : (readText(name, words.language) ?? value)
  const part =
    facet === 'group'
      ? packFilter({ group: value })
      : packFilter(facet === 'firm' ? { firmId: Number(value) } : { activityId: Number(value) })
  return { text: `${text} (${count})`, value: part }
}
