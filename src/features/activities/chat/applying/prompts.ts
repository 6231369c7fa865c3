import { shortenedTo } from '../../../../shared/clean-text.ts'
import { formatPhone } from '../../../people/index.ts'
import type { StepName } from '../../domain/application.ts'
import { presentText } from '../../domain/present-answer.ts'
import { isOptional } from '../../domain/steps.ts'
import { firmPrompts } from './firm-prompts.ts'
import { emailPrompt, languagesPrompt, namePrompt, passportPrompt, phonePrompt } from './person-prompts.ts'
import { question, type Prompt } from './prompt.ts'
import type { StepScene } from './step-view.ts'

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
  ...firmPrompts,
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
