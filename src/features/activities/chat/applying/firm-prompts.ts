import { shortenedTo } from '../../../../shared/clean-text.ts'
import { asCountry, countryName, flagOf } from '../../../../shared/countries.ts'
import { clusters, offeredCountries } from '../../../people/index.ts'
import type { StepName } from '../../domain/application.ts'
import type { Prompt } from './prompt.ts'
import type { StepScene } from './step-view.ts'

/** The questions about a firm: which one it is, and what there is to say of a new one. */
export const firmPrompts = {
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
} satisfies Partial<Record<StepName, (scene: StepScene) => Prompt>>

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
