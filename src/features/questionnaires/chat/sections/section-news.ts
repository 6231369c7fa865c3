import { displayName, type People } from '../../../people/index.ts'
import type { Answering } from '../../actions/answering.ts'
import { titleIn } from '../../domain/form-language.ts'
import { holderOf, type Filled } from '../../domain/questionnaire.ts'
import { screenOf, standingView } from '../filling-in.ts'
import { resumeRow } from '../forms-views.ts'
import type { Asking } from '../scene.ts'
import { headingOf } from './section-card.ts'

export interface SectionNewsNeeds {
  filling: Answering
  people: Pick<People, 'persons' | 'tell'>
}

/** Whoever asked a colleague for a section learns that the answers are there; where they stand on the card it shows them. */
export function sectionNews({ filling, people }: SectionNewsNeeds) {
  return async (before: Asking, whole: Filled): Promise<void> => {
    const holder = holderOf(whole)
    if (holder === null) return
    const { form, response, sections } = before
    const [section] = sections
    const person = response.personId === null ? undefined : await people.persons.read(response.personId)
    const name = person ? displayName(person) : ''
    await people.tell(holder, (words) => {
      const title = titleIn(form, words.language)
      return {
        text: section
          ? words('questionnaires:hand.done', { title, name, section: headingOf(words, before, section) })
          : words('questionnaires:hand.doneWithout', { title, name }),
        ...(whole.isPaused ? { keyboard: [resumeRow(words, whole.id, title)] } : {}),
      }
    })
    const now = await filling.standing(whole.id)
    if (whole.isPaused || now.asked) return
    await people.tell(
      holder,
      async (words) => standingView(words, await filling.standing(whole.id, words.language)),
      { screen: screenOf(whole.id) },
    )
  }
}
