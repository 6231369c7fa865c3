import type { Choices, OfferedChoice } from '../../../../bot/drafts/question-view.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { languages } from '../../../../shared/localized-text.ts'
import { titleOf } from '../../../activities/index.ts'
import type { AudienceNumbers } from '../../data/audience-numbers.ts'
import type { AudienceScene, Option, OptionPage } from './condition.ts'
import { conditionNames, type ConditionName, type Conditions } from './conditions/index.ts'

/** What stands on the card about the audience as it is, whatever is being chosen. */
export interface AudienceStands {
  scene: AudienceScene
  /** "approved, bus 2" */
  said: string
  numbers: AudienceNumbers
}

/** The list that is open: which part of it, what is looked for, and what was chosen before. */
export interface OpenList {
  at: ConditionName
  page: number
  search: string | undefined
  options: OptionPage
}

export const optionsPerPage = 8
/** Above so many somebody types a few letters rather than leafing. */
const leafedAtMost = 20

/** Whom it is for so far, how many that are, and everything by which it can be narrowed down. */
export async function audienceCard(
  stands: AudienceStands,
  { conditions, quick }: { conditions: Conditions; quick: readonly OfferedChoice[] },
): Promise<{ text: string } & Choices> {
  const { scene, numbers } = stands
  const { words } = scene
  const offered: OfferedChoice[] = []
  for (const name of conditionNames) {
    const isSet = conditions[name].isSet(scene.audience)
    if (isSet || (await conditions[name].isOffered(scene)))
      offered.push({
        value: `c.${name}`,
        label: `${isSet ? '✅ ' : ''}${words.plain(`addressing:menu.${name}`)}`,
      })
  }
  return {
    text: [headOf(stands), words('addressing:card.how')].join('\n\n'),
    choices: [
      ...quick,
      ...offered,
      { value: 'activities', label: words.plain('composing:ask.otherActivity'), isWide: true },
      doneChoice(words, numbers),
    ],
    perRow: 2,
  }
}

/** One condition with what there is to tick. */
export function conditionCard(stands: AudienceStands, list: OpenList): { text: string } & Choices {
  const { words } = stands.scene
  const { at, search, options } = list
  const name = words.plain(`addressing:menu.${at}`)
  return {
    text: [
      headOf(stands),
      [
        words('addressing:list.head', { name }),
        ...(search === undefined ? [] : [words('addressing:list.search', { search, count: options.total })]),
        ...(search === undefined && options.total > leafedAtMost
          ? [words('addressing:list.type', { count: options.total })]
          : []),
      ].join('\n'),
    ].join('\n\n'),
    choices: [
      ...options.options.map((option) => choiceOf(at, option)),
      ...leaves(words, list),
      { value: 'menu', label: words.plain('addressing:list.others'), isWide: true },
      doneChoice(words, stands.numbers),
    ],
    perRow: 2,
  }
}

const choiceOf = (at: ConditionName, { key, label, isOn, leadsOn }: Option): OfferedChoice =>
  leadsOn
    ? { value: `>${at}.${key}`, label: `${isOn ? '✅ ' : ''}${shortenedTo(label, 50)} ›`, isWide: true }
    : {
        value: `${isOn ? '-' : '+'}${at}.${key}`,
        label: `${isOn ? '✅' : '▫️'} ${shortenedTo(label, 50)}`,
        isWide: true,
      }

/** ‹ and ›, and the way from what was looked for back to everything. */
function leaves(words: Words, { page, search, options: { total } }: OpenList): OfferedChoice[] {
  const last = Math.max(Math.ceil(total / optionsPerPage) - 1, 0)
  return [
    ...(page > 0 ? [{ value: `p${page - 1}`, label: words.plain('bot:pageBefore') }] : []),
    ...(page < last ? [{ value: `p${page + 1}`, label: words.plain('bot:next') }] : []),
    ...(search === undefined
      ? []
      : [{ value: 'all', label: words.plain('addressing:list.all'), isWide: true }]),
  ]
}

const doneChoice = (words: Words, { people }: AudienceNumbers): OfferedChoice => ({
  ...{ value: 'done', isWide: true },
  label: words.plain('composing:ask.done', { count: people }),
})

function headOf({ scene, said, numbers }: AudienceStands): string {
  const { words, activity } = scene
  const whose = activity ? titleOf(activity, words.language) : words.plain('addressing:say.house')
  const read = languages
    .filter((language) => (numbers.byLanguage[language] ?? 0) > 0)
    .map((language) => `${words.plain(`people:language.${language}`)} ${numbers.byLanguage[language]}`)
  const unreachable = numbers.blocked + numbers.neverStarted
  return [
    words('addressing:card.head', { activity: whose }),
    ...(said === '' ? [] : [words('addressing:card.said', { said })]),
    words('addressing:card.count', { count: numbers.people }),
    ...(read.length > 0 ? [words('addressing:card.languages', { languages: read.join(' · ') })] : []),
    ...(unreachable > 0 ? [words('composing:summary.unreachable', { count: unreachable })] : []),
  ].join('\n')
}
