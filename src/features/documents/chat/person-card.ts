import type { Feature, HomePart } from '../../../bot/feature.ts'
import type { LookAtDocuments } from '../actions/look-at-documents.ts'
import { ofPerson } from './buttons.ts'
import { documentLine, renewalLine } from './lines.ts'
import { openedFrom } from './way-back.ts'

/** What a trip still needs of somebody, on their card. */
export function documentsOnCard(look: LookAtDocuments): NonNullable<Feature['personCard']> {
  return async (words, { applicationId, takesPart }): Promise<HomePart | undefined> => {
    if (!takesPart) return undefined
    const { activity, person } = await look.ofHouse(applicationId)
    if (person.lines.length === 0 && !person.renewBy) return undefined
    const open = person.lines.filter(({ state }) => state !== 'accepted')
    return {
      lines: [
        ...(open.length === 0
          ? [words('person:documents.complete')]
          : open.map((line) => documentLine(words, activity, line))),
        ...renewalLine(words, person),
      ],
      buttons: [
        [
          {
            text: words.plain('person:documents.button'),
            callback_data: ofPerson.pack({ applicationId, from: openedFrom.card }),
          },
        ],
      ],
    }
  }
}
