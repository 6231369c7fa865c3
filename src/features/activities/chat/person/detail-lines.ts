import type { TextKey } from '../../../../platform/texts/catalogue.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { formatList } from '../../../../platform/texts/numbers.ts'
import type { ParticipantDetails } from '../../domain/participants/details.ts'

/** What is known of somebody's bus, hotel, room, groups and own flights, a line each; nothing of what nobody has said. */
export function detailLines(words: Words, details: ParticipantDetails): string[] {
  const line = (key: TextKey, value: string | null) =>
    value === null || value === '' ? [] : [words(key, { value })]
  const { hotel, room, roommate, flightOut, flightBack, groups } = details
  return [
    ...(details.role
      ? [words('person:detail.role', { value: words.plain(`reports:role.${details.role}`) })]
      : []),
    ...line('person:detail.bus', details.bus),
    ...line('person:detail.hotel', [hotel, room, roommate].filter(Boolean).join(' · ')),
    ...line('person:detail.interpreter', details.interpreter),
    ...line('person:detail.groups', formatList(groups, words.language)),
    ...line('person:detail.flights', [flightOut, flightBack].filter(Boolean).join(' / ')),
  ]
}
