import type { Words } from '../../../../platform/texts/words.ts'
import { beginningOf, shortenedTo } from '../../../../shared/clean-text.ts'
import { countryName } from '../../../../shared/countries.ts'
import {
  countryOfPhone,
  formatPhone,
  fullName,
  passportLine,
  proposePassportName,
  spokenLanguageName,
  spokenLanguages,
} from '../../../people/index.ts'
import { question, type Prompt } from './prompt.ts'
import type { StepScene } from './step-view.ts'

/** The name as people call somebody: the one of their Telegram profile is a proposal. */
export function namePrompt({ words, application, proposedName }: StepScene): Prompt {
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
export function phonePrompt({ words, application: { filledBy, answers } }: StepScene): Prompt {
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
export function emailPrompt(scene: StepScene): Prompt {
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

/** The name as the passport spells it. */
export function passportPrompt(scene: StepScene): Prompt {
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

/** Languages to tick, and the way on. */
export function languagesPrompt(scene: StepScene): Prompt {
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
