import type { People } from '../../../people/index.ts'
import type { Standing } from '../../actions/standing.ts'
import { titleIn } from '../../domain/form-language.ts'
import type { Response } from '../../domain/questionnaire.ts'
import { screenOf } from '../filling-in.ts'

export type TellLaidAside = ReturnType<typeof tellLaidAside>

/** Colleagues learn that what they were answering is needed no more, as the whole was handed in or thrown away. */
export const tellLaidAside =
  ({ people }: { people: Pick<People, 'tell'> }) =>
  async ({ form }: Standing, parts: readonly Response[]): Promise<void> => {
    for (const { id, personId } of parts)
      if (personId !== null)
        await people.tell(
          personId,
          (words) => ({
            text: words('questionnaires:hand.notNeededAnyMore', { title: titleIn(form, words.language) }),
          }),
          { screen: screenOf(id) },
        )
  }
