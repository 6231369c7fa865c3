import type { Words } from '../../../../platform/texts/words.ts'
import { languages } from '../../../../shared/localized-text.ts'
import { spokenLanguageName } from '../../../people/index.ts'
import type { PlanStanding } from '../../actions/planning/fill-plan.ts'
import { proposedDeadlines } from '../../domain/planning/deadlines.ts'
import { planKinds } from '../../domain/planning/plan.ts'
import { partsOf, type PlanStep } from '../../domain/planning/steps.ts'
import type { Choices } from '../../../../bot/drafts/question-view.ts'
import { hoursText, whenText } from '../trips/when-text.ts'
import { dayText, momentText } from './values.ts'

/** What the picture of a step needs to know. */
export interface PlanScene extends Omit<PlanStanding, 'step'> {
  words: Words
  now: Temporal.Instant
  homeTimeZone: string
}

/** What a step says and what can be tapped. */
export interface PlanPrompt extends Choices {
  text: string
}

/** The question of each step; a typed date that can mean several days is asked about first. */
export function planPrompt(step: PlanStep, scene: PlanScene): PlanPrompt {
  const { words, plan } = scene
  const { part, language } = partsOf(step)
  if (plan.readings) return readingsPrompt(part, scene)
  const name = language ? spokenLanguageName(language, words.language) : ''
  if (part === 'title' || part === 'description') {
    const example = language ? words.plain(`planning:title.examples.${language}`) : ''
    return { text: words(`planning:${part}.ask`, { language: name, example }), choices: [] }
  }
  return prompts[part](scene)
}

function readingsPrompt(part: ReturnType<typeof partsOf>['part'], scene: PlanScene): PlanPrompt {
  const { words, plan } = scene
  const written = (reading: string) => {
    if (part === 'hours') return hoursText(words, reading)
    return part === 'closesAt' ? momentText(reading, scene) : dayText(reading, words)
  }
  return {
    text: words('planning:which'),
    choices: (plan.readings ?? []).map((reading, at) => ({
      label: written(reading),
      value: `r${at}`,
    })),
  }
}

type PlainPart = Exclude<ReturnType<typeof partsOf>['part'], 'title' | 'description'>

const prompts: Record<PlainPart, (scene: PlanScene) => PlanPrompt> = {
  kind: ({ words }) => ({
    text: words('planning:kind.ask'),
    choices: planKinds.map((kind) => ({ label: words.plain(`activities:kind.${kind}`), value: kind })),
  }),
  languages: languagesPrompt,
  place: ({ words }) => ({ text: words('planning:place.ask'), choices: [] }),
  startsOn: ({ words }) => ({ text: words('planning:startsOn.ask'), choices: [] }),
  endsOn: ({ words, plan }) => ({
    text: words('planning:endsOn.ask', { date: dayText(plan.startsOn ?? '', words) }),
    choices: [{ label: words.plain('planning:endsOn.oneDay'), value: 'oneDay' }],
  }),
  hours: ({ words, plan: { startsOn, endsOn } }) => ({
    text: words(startsOn === endsOn ? 'planning:hours.ask' : 'planning:hours.askEachDay'),
    choices: [],
  }),
  // What was understood of days and hours is shown back: "2" may not have meant 14:00.
  capacity: ({ words, plan: { startsOn = '', endsOn = '', hours = null } }) => ({
    text: words('planning:capacity.ask', {
      dates: whenText(words, {
        startsOn: Temporal.PlainDate.from(startsOn),
        endsOn: Temporal.PlainDate.from(endsOn),
        hours,
      }),
    }),
    choices: [{ label: words.plain('planning:capacity.none'), value: 'none' }],
  }),
  closesAt: deadlinePrompt,
  approval: (scene) => ({
    text: [
      ...(scene.plan.closesAt
        ? [scene.words('planning:approval.closes', { moment: momentText(scene.plan.closesAt, scene) })]
        : []),
      scene.words('planning:approval.ask'),
    ].join('\n\n'),
    choices: (['automatic', 'manual'] as const).map((approval) => ({
      label: scene.words.plain(`planning:approval.${approval}`),
      value: approval,
    })),
  }),
}

function languagesPrompt({ words, plan: { languages: ticked = [] } }: PlanScene): PlanPrompt {
  const choices = languages.map((language) => ({
    label: `${ticked.includes(language) ? '✅' : '▫️'} ${words.plain(`people:language.${language}`)}`,
    value: `${ticked.includes(language) ? '-' : '+'}${language}`,
  }))
  const done = {
    label: words.plain('activities:steps.languages.done', { count: ticked.length }),
    value: 'done',
  }
  return { text: words('planning:languages.ask'), choices: [...choices, done], perRow: 2 }
}

function deadlinePrompt(scene: PlanScene): PlanPrompt {
  const { words, plan, homeTimeZone, now } = scene
  return {
    text: words('planning:closesAt.ask'),
    choices: proposedDeadlines(plan.startsOn ?? '', homeTimeZone, now).map(({ name, at }) => ({
      label: words.plain(`planning:closesAt.${name}`, {
        moment: momentText(at.toInstant().toString(), scene),
      }),
      value: name,
    })),
  }
}
