import type { Answers } from './application.ts'

/** What the core of an application is told, by the names under which a form may ask for the same. */
export function toldInCore({ passport, languages, ...answers }: Answers): Readonly<Record<string, string>> {
  const told = {
    'person.given_names': answers.givenNames,
    'person.surname': answers.surname,
    'person.passport_given_names': passport?.givenNames,
    'person.passport_surname': passport?.surname,
    'person.position': answers.position,
    'person.phone': answers.phone,
    'person.email': answers.email,
    'person.languages': languages?.join(' '),
  }
  return Object.fromEntries(
    Object.entries(told).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )
}
