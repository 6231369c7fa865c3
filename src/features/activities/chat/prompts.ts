import type { Words } from '../../../platform/texts/words.ts'
import { beginningOf, shortenedTo } from '../../../shared/clean-text.ts'
import { asCountry, countryName, flagOf } from '../../../shared/countries.ts'
import {
  clusters,
  countryOfPhone,
  formatPhone,
  fullName,
  offeredCountries,
  passportLine,
  proposePassportName,
  spokenLanguageName,
  spokenLanguages,
} from '../../people/index.ts'
import type { StepName } from '../domain/application.ts'
import { presentText } from '../domain/present-answer.ts'
import { isOptional } from '../domain/steps.ts'
import type { Choices } from './question-view.ts'
import type { StepScene } from './step-view.ts'

/** What a step says and what can be tapped. */
export interface Prompt extends Choices {
  text: string
  /** Something has been answered already; then there is nothing to skip. */
  hasAnswer?: boolean
  /** Offers to share the phone's own number. */
  sharesPhone?: boolean
}

/** The question of each step. */
export const promptOf = (step: StepName, scene: StepScene): Prompt =>
  withPresent(step, scene, prompts[step](scene))

/** A step that is asked again shows what was answered: it can be kept, and where nothing need be said, removed. */
function withPresent(step: StepName, { words, application }: StepScene, prompt: Prompt): Prompt {
  const { answers, changing } = application
  const present = changing === step ? presentText(step, answers) : undefined
  if (present === undefined || answers.phoneReadings || answers.emailReadings) return prompt
  const value = step === 'phone' ? formatPhone(present) : shortenedTo(present, 400)
  const key = (name: 'keep' | 'remove') => ({ label: words.plain(`activities:steps.${name}`), value: name })
  return {
    ...prompt,
    text: `${prompt.text}\n\n${words('activities:steps.present', { value })}`,
    // A keyboard that shares the phone's number has no place for others.
    choices: prompt.sharesPhone
      ? []
      : [
          key('keep'),
          ...(isOptional(step) ? [key('remove')] : []),
          ...(step === 'firmName' ? [] : prompt.choices),
        ],
    hasAnswer: true,
  }
}

const prompts: Record<StepName, (scene: StepScene) => Prompt> = {
  notice: ({ words, notice }) => ({
    text: words('activities:steps.notice.ask', { notice: notice?.text ?? '' }),
    choices: [{ label: words.plain('notice:read'), value: notice?.mark ?? '' }],
  }),
  firm: firmPrompt,
  firmName: (scene) => ({
    text: scene.words('activities:steps.firmName.ask'),
    choices: [{ label: `✔ ${shortenedTo(nameOfNewFirm(scene), 50)}`, value: 'proposed' }],
  }),
  firmCountry: (scene) => ({
    text: scene.words('activities:steps.firmCountry.ask', { firm: nameOfNewFirm(scene) }),
    choices: offeredCountries(scene.words.language)
      .slice(0, 6)
      .map((country) => ({
        label: `${flagOf(country)} ${countryName(country, scene.words.language)}`,
        value: country,
      })),
    perRow: 2,
  }),
  firmKnown: firmKnownPrompt,
  firmCity: (scene) => ({
    text: scene.words('activities:steps.firmCity.ask', { firm: nameOfNewFirm(scene) }),
    choices: [],
  }),
  firmCluster: (scene) => ({
    text: scene.words('activities:steps.firmCluster.ask', { firm: nameOfNewFirm(scene) }),
    choices: clusters.map((cluster) => ({
      label: scene.words.plain(`people:cluster.${cluster}`),
      value: cluster,
    })),
    perRow: 2,
  }),
  firmTax: ({ words }) => ({ text: words('activities:steps.firmTax.ask'), choices: [] }),
  name: namePrompt,
  passport: passportPrompt,
  position: (scene) => ({ text: question('position', scene), choices: [] }),
  phone: phonePrompt,
  email: emailPrompt,
  languages: languagesPrompt,
  interpreter: (scene) => ({
    text: question('interpreter', scene),
    choices: [
      { label: scene.words.plain('bot:yes'), value: 'yes' },
      { label: scene.words.plain('bot:no'), value: 'no' },
    ],
    perRow: 2,
  }),
  wishes: (scene) => ({ text: question('wishes', scene), choices: [] }),
}

/** The question, about oneself or about the colleague one applies for. */
const question = (
  step: 'passport' | 'position' | 'email' | 'languages' | 'interpreter' | 'wishes',
  { words, application }: StepScene,
): string => words(`activities:steps.${step}.${application.filledBy === null ? 'ask' : 'askColleague'}`)

const nameOfNewFirm = ({ application }: StepScene) => application.answers.newFirm?.name ?? ''

function firmPrompt({ words, application, firms }: StepScene): Prompt {
  const query = application.filledBy === null ? application.answers.firmQuery : undefined
  const found = firms.map((firm) => ({ label: firmLabel(firm), value: String(firm.id) }))
  if (query === undefined)
    return {
      text: words(found.length > 0 ? 'activities:steps.firm.choose' : 'activities:steps.firm.ask'),
      choices: found,
    }
  const isNew = {
    label: words.plain('activities:steps.firm.new', { name: shortenedTo(query, 40) }),
    value: 'new',
  }
  return {
    text: words(found.length > 0 ? 'activities:steps.firm.found' : 'activities:steps.firm.nothing', {
      query,
    }),
    choices: [...found, isNew],
  }
}

/** A firm is named, nothing else of it: neither who is in it nor what it has answered. */
function firmKnownPrompt({ words, application, firms }: StepScene): Prompt {
  const [firm] = firms
  const because = application.answers.newFirm?.perhaps?.because ?? 'name'
  return {
    text: words(`activities:steps.firmKnown.${because}`, { firm: firm ? firmLabel(firm) : '' }),
    choices: [
      { label: words.plain('activities:steps.firmKnown.same'), value: 'yes' },
      { label: words.plain(`activities:steps.firmKnown.${because}Other`), value: 'no' },
    ],
  }
}

/** Name and city: enough to tell two firms apart, nothing about who is in them. */
function firmLabel(firm: { name: string; city: string | null; country: string }): string {
  const country = asCountry(firm.country)
  return [firm.name, firm.city].filter(Boolean).join(', ') + (country ? ` ${flagOf(country)}` : '')
}

function namePrompt({ words, application, proposedName }: StepScene): Prompt {
  if (application.filledBy !== null) return { text: words('activities:steps.name.askColleague'), choices: [] }
  const { givenNames, surname } = application.answers
  const name = givenNames !== undefined && surname ? { givenNames, surname } : proposedName
  if (!name?.surname) return { text: words('activities:steps.name.askTyped'), choices: [] }
  return {
    text: words('activities:steps.name.ask'),
    choices: [{ label: `✔ ${fullName(name)}`, value: 'proposed' }],
  }
}

/** A number that may be meant in another way than it would be at home is shown back and confirmed. */
function phonePrompt({ words, application: { filledBy, answers } }: StepScene): Prompt {
  const readings = answers.phoneReadings
  if (readings)
    return {
      text: words('activities:steps.phone.right', { count: readings.length }),
      choices: readings.map((number) => ({ label: `✔ ${phoneLine(words, number)}`, value: number })),
    }
  return filledBy === null
    ? { text: words('activities:steps.phone.ask'), choices: [], sharesPhone: true }
    : { text: words('activities:steps.phone.askColleague'), choices: [] }
}

/** "+34 612 34 56 78, Spain" */
export function phoneLine(words: Words, e164: string): string {
  const country = countryOfPhone(e164)
  return [formatPhone(e164), ...(country ? [countryName(country, words.language)] : [])].join(', ')
}

/** An address that looks mistyped: the one that was perhaps meant, or the one that was typed. */
function emailPrompt(scene: StepScene): Prompt {
  const { words, application } = scene
  const readings = application.answers.emailReadings
  if (!readings) return { text: question('email', scene), choices: [] }
  return {
    text: words('activities:steps.email.perhaps', { email: readings.typed }),
    choices: [
      { label: `✔ ${shortenedTo(readings.perhaps, 60)}`, value: 'perhaps' },
      { label: words.plain('activities:steps.email.mine'), value: 'typed' },
    ],
  }
}

function passportPrompt(scene: StepScene): Prompt {
  const { words, application } = scene
  const { answers } = application
  if (answers.passportReading)
    return {
      text: words('activities:steps.passport.respelt'),
      choices: [{ label: `✔ ${passportLine(answers.passportReading)}`, value: 'proposed' }],
    }
  const proposal =
    answers.passport ??
    proposePassportName({ givenNames: answers.givenNames ?? '', surname: answers.surname ?? '' })
  if (!proposal) return { text: words('activities:steps.passport.askTyped'), choices: [] }
  return {
    text: question('passport', scene),
    choices: [{ label: `✔ ${passportLine(proposal)}`, value: 'proposed' }],
  }
}

/** As the first word of a line is written. */
const capitalised = (text: string, language: string): string =>
  beginningOf(text, 1).toLocaleUpperCase(language) + text.slice(beginningOf(text, 1).length)

function languagesPrompt(scene: StepScene): Prompt {
  const { words } = scene
  const { answers } = scene.application
  const ticked = answers.languages ?? []
  const offered = [...new Set([...spokenLanguages.slice(0, 8), ...ticked])]
  const choices = offered.map((code) => {
    const name = capitalised(spokenLanguageName(code as 'en', words.language), words.language)
    return {
      label: `${ticked.includes(code) ? '✅' : '▫️'} ${name}`,
      value: `${ticked.includes(code) ? '-' : '+'}${code}`,
    }
  })
  const done = {
    label: words.plain('activities:steps.languages.done', { count: ticked.length }),
    value: 'done',
  }
  return { text: question('languages', scene), choices: [...choices, done], perRow: 2 }
}
