import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { formatClock, formatShortDay } from '../../../../platform/texts/dates.ts'
import type { BroadcastPrompt, Prompt } from './prompt.ts'
import type { ComposingScene } from './scene.ts'

/** When it leaves, until when it is of use, and until when answers are taken. */
export const momentPrompts = {
  when: (words, scene) => momentPrompt(words, scene, 'composing:ask.when', ['none', 'h1', 'h3', 'morning']),
  useful: (words, scene) => momentPrompt(words, scene, 'composing:ask.useful', ['none', 'h1', 'h3', 'day']),
  until: (words, scene) => momentPrompt(words, scene, 'composing:ask.until', ['none', 'h1', 'h3', 'day']),
} satisfies Record<string, Prompt>

type Choice = 'none' | 'h1' | 'h3' | 'day' | 'morning'

function momentPrompt(
  words: Words,
  { draft, clocks: { there } }: ComposingScene,
  ask: 'composing:ask.when' | 'composing:ask.useful' | 'composing:ask.until',
  choices: readonly Choice[],
): BroadcastPrompt {
  const { readings } = draft.notes
  if (readings) return readingsPrompt(words, readings, there.timeZone)
  return {
    text: words(ask, { city: there.city }),
    choices: choices.map((choice) => ({
      label: words.plain(
        choice === 'none'
          ? (`${ask}None` satisfies TextKey)
          : (`composing:ask.moment.${choice}` satisfies TextKey),
      ),
      value: choice,
    })),
    perRow: 2,
  }
}

/** What was typed can mean more than one moment. */
const readingsPrompt = (words: Words, readings: readonly string[], timeZone: string): BroadcastPrompt => ({
  text: words('composing:ask.which'),
  choices: readings.map((reading, at) => {
    const moment = Temporal.Instant.from(reading).toZonedDateTimeISO(timeZone)
    return {
      label: `${formatShortDay(moment.toPlainDate(), words.language)} ${formatClock(moment)}`,
      value: `r${at}`,
    }
  }),
})
