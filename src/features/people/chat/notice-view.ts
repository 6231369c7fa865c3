import type { Html } from '../../../platform/texts/html.ts'
import { formatList } from '../../../platform/texts/numbers.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { readText } from '../../../shared/localized-text.ts'
import type { Notice } from '../actions/notices.ts'
import { asCountry, countryName } from '../../../shared/countries.ts'
import { formatPhone } from '../domain/phone.ts'

/** The notice in somebody's language, with who answers for it and to which countries the data go. */
export function noticeText(
  words: Words,
  { controller, homeCountry, about }: Notice,
  botUsername: string,
): Html {
  const name = controller && readText(controller.name, words.language)
  const contact = contactOf(controller)
  const visited = about?.country ?? (about ? homeCountry : undefined)
  return words.piece('notice:text', {
    controller: name
      ? words.piece('notice:controller', {
          name: [name, controller?.address].filter(Boolean).join(', '),
          contact: contact ?? words.plain('notice:contactUnknown'),
        })
      : words.piece('notice:controllerUnknown', { bot: `@${botUsername}` }),
    home: nameOf(words, homeCountry),
    partners:
      about && about.partners.length > 0
        ? words.piece('notice:partnersNamed', { partners: formatList(about.partners, words.language) })
        : words.piece('notice:partners'),
    visited: visited ? nameOf(words, visited) : words.plain('notice:countryVisited'),
    write: contact ? words.piece('notice:write', { contact }) : words.piece('notice:writeChamber'),
  })
}

/** Who the chamber is and how it is reached, for whoever wants to ask a person; as much of it as has been told. */
export function chamberLine(words: Words, controller: Notice['controller']): string {
  const name = controller && readText(controller.name, words.language)
  const contact = contactOf(controller)
  if (name && contact) return words('people:help.chamber', { name, contact })
  return words('people:help.someChamber', {
    contact: name ?? contact ?? words.plain('people:help.yourChamber'),
  })
}

/** Where people write about their data: an address, a telephone, or both. */
function contactOf(controller: Notice['controller']): string | undefined {
  const { contactEmail, contactPhone } = controller ?? {}
  const ways = [contactEmail, contactPhone ? formatPhone(contactPhone) : null].filter(Boolean)
  return ways.length > 0 ? ways.join(', ') : undefined
}

function nameOf(words: Words, code: string | undefined): string {
  const country = asCountry(code ?? '')
  return country ? countryName(country, words.language) : words.plain('notice:countryHome')
}
