import type { Choices } from '../../../../bot/drafts/question-view.ts'
import { formatClock, formatDate, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { shortenedTo } from '../../../../shared/clean-text.ts'
import { citiesOf, groupsNamed, type ItemStanding } from '../../actions/editing/item-standing.ts'
import { itemKinds, knownCities, offeredLeads } from '../../actions/editing/read-item-answer.ts'
import { draftedFacts } from '../../domain/drafts/item-draft.ts'
import { pushable } from '../../domain/drafts/planned-changes.ts'
import type { ItemStep } from '../../domain/drafts/steps.ts'
import { isTextStep, type TextStep } from '../../domain/drafts/texts.ts'
import { startsLocally } from '../../domain/item.ts'
import { usualDelays } from '../../domain/late.ts'
import { cityName } from '../item-times.ts'
import { leadsText } from '../rules/setting-text.ts'
import { nameOf } from './list-view.ts'
import { textPrompt, textsPrompt } from './text-prompts.ts'

/** What a step says and what can be tapped. */
export interface ItemPrompt extends Choices {
  text: string
}

/** The question of each step; a typed hour that can mean several moments is asked about first. */
export function itemPrompt(words: Words, step: ItemStep, standing: ItemStanding): ItemPrompt {
  if (standing.draft.answers.readings) return readingsPrompt(words, step, standing)
  return isTextStep(step) ? textPrompt(words, step, standing) : prompts[step](words, standing)
}

const prompts: Record<Exclude<ItemStep, TextStep>, (words: Words, standing: ItemStanding) => ItemPrompt> = {
  kind: (words) => ({
    text: words('programme:ask.kind'),
    choices: itemKinds.map((kind) => ({ label: words.plain(`programme:kind.${kind}`), value: kind })),
    perRow: 2,
  }),
  title: (words) => ({ text: words('programme:ask.title'), choices: [] }),
  start: (words, standing) => ({
    text: words(standing.item ? 'programme:ask.move' : 'programme:ask.start', {
      city: cityOf(words, standing, 'start'),
      example: exampleDay(words, standing),
    }),
    choices: [],
  }),
  end: endPrompt,
  place: (words) => ({ text: words('programme:ask.place'), choices: [] }),
  notes: (words) => ({ text: words('programme:ask.notes'), choices: [] }),
  startCity: (words, standing) => cityPrompt(words, standing, 'startCity'),
  endCity: (words, standing) => cityPrompt(words, standing, 'endCity'),
  audience: (words, { programme, travellers }) => ({
    text: words('programme:ask.audience'),
    choices: [
      { label: words.plain('programme:audience.all'), value: 'all' },
      ...groupsNamed(programme, travellers)
        .slice(0, 12)
        .map((group, at) => ({ label: shortenedTo(group, 30), value: `g${at}` })),
    ],
    perRow: 2,
  }),
  mandatory: (words) => ({
    text: words('programme:ask.mandatory'),
    choices: [
      { label: words.plain('programme:mandatory.yes'), value: 'yes' },
      { label: words.plain('programme:mandatory.no'), value: 'no' },
    ],
  }),
  remind: remindPrompt,
  texts: textsPrompt,
  minutes: (words) => ({
    text: words('programme:ask.minutes'),
    choices: usualDelays.map((minutes) => ({
      label: words.plain('programme:card.late', { minutes }),
      value: String(minutes),
    })),
    perRow: 3,
  }),
  left: (words) => ({
    text: words('programme:ask.left'),
    choices: [
      { label: words.plain('programme:late.waiting'), value: 'no' },
      { label: words.plain('programme:late.left'), value: 'yes' },
    ],
  }),
  pushed: pushedPrompt,
}

function remindPrompt(words: Words, { item, draft, activity }: ItemStanding): ItemPrompt {
  const current = draftedFacts(item, draft.answers, activity)?.remindMinutesBefore
  const isOther = (leads: readonly number[]) => !current || current.join() !== leads.join()
  return {
    text: words('programme:ask.remind'),
    choices: [
      ...(current ? [{ label: words.plain('programme:ask.remindPlan'), value: 'plan' }] : []),
      ...offeredLeads.flatMap((leads, at) =>
        isOther(leads) ? [{ label: leadsText(words, leads), value: `l${at}` }] : [],
      ),
      ...(isOther([]) ? [{ label: words.plain('programme:ask.remindNone'), value: 'none' }] : []),
    ],
    perRow: 2,
  }
}

function endPrompt(words: Words, standing: ItemStanding): ItemPrompt {
  const lengths = [30, 60, 90, 120, 180]
  return {
    text: words('programme:ask.end', { city: cityOf(words, standing, 'end') }),
    choices: lengths.map((minutes) => ({
      label: words.plain('programme:ask.length', { minutes }),
      value: `m${minutes}`,
    })),
    perRow: 3,
  }
}

const cityPrompt = (words: Words, { activity, programme }: ItemStanding, step: 'startCity' | 'endCity') => ({
  text: words(`programme:ask.${step}`),
  choices: knownCities({ activity, cities: programme.flatMap(citiesOf) }).map(({ zone, city }, at) => ({
    label: cityName(city, zone, words.language, activity.workingLanguage ?? undefined),
    value: `c${at}`,
  })),
  perRow: 2,
})

/** Of the items after it, how many move along; each choice names the last of them. */
function pushedPrompt(
  words: Words,
  { item, draft, programme, travellers, activity }: ItemStanding,
): ItemPrompt {
  const minutes = draft.answers.minutes ?? 0
  const pushed = item ? pushable(item, minutes, { programme, travellers }).slice(0, 8) : []
  return {
    text: words('programme:ask.pushed', { minutes }),
    choices: [
      { label: words.plain('programme:late.alone'), value: '0' },
      ...pushed.map((each, at) => ({
        label: words.plain('programme:late.upTo', {
          count: at + 1,
          name: shortenedTo(nameOf(words, each, activity), 30),
        }),
        value: String(at + 1),
      })),
    ],
  }
}

/** The moments that were typed, by the clock of the place; of two that look alike the first is before the clocks change. */
function readingsPrompt(words: Words, step: ItemStep, standing: ItemStanding): ItemPrompt {
  const zone = zoneOf(standing, step === 'end' ? 'end' : 'start')
  const readings = (standing.draft.answers.readings ?? []).map((reading) =>
    Temporal.Instant.from(reading).toZonedDateTimeISO(zone),
  )
  const labels = readings.map(
    (moment) => `${formatShortDay(moment.toPlainDate(), words.language)} ${formatClock(moment)}`,
  )
  return {
    text: words('programme:ask.which'),
    choices: labels.map((label, at) => ({
      label:
        labels.indexOf(label) === labels.lastIndexOf(label)
          ? label
          : twice(label, labels.indexOf(label) === at),
      value: `r${at}`,
    })),
  }

  function twice(label: string, isFirst: boolean): string {
    return words.plain(isFirst ? 'programme:ask.beforeChange' : 'programme:ask.afterChange', {
      moment: label,
    })
  }
}

function zoneOf({ item, draft, activity }: ItemStanding, end: 'start' | 'end'): string {
  const facts = draftedFacts(item, draft.answers, activity)
  const own = draft.answers[end]?.zone ?? activity.timeZone
  return (end === 'start' ? facts?.startZone : facts?.endZone) ?? own
}

function cityOf(words: Words, standing: ItemStanding, end: 'start' | 'end'): string {
  const { item, draft, activity } = standing
  const facts = draftedFacts(item, draft.answers, activity)
  const city =
    (end === 'start' ? facts?.startCity : facts?.endCity) ?? draft.answers[end]?.city ?? activity.city
  return cityName(city, zoneOf(standing, end), words.language, activity.workingLanguage ?? undefined)
}

const exampleDay = (words: Words, { activity, item }: ItemStanding): string =>
  `${formatDate(item ? startsLocally(item).toPlainDate() : activity.startsOn, words.language)} 14:30`
