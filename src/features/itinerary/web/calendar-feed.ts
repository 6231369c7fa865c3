import { Hono } from 'hono'
import type { Accounts } from '../../../bot/data/accounts.ts'
import type { Database } from '../../../platform/database.ts'
import type { Texts } from '../../../platform/texts/open-texts.ts'
import { hashToken } from '../../../platform/tokens.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { OwnProgrammes } from '../actions/own-programme.ts'
import type { WriteOwnCalendar } from '../chat/calendar/write-own-calendar.ts'
import type { CalendarLinkStore } from '../data/calendar/calendar-links.ts'

export interface CalendarFeedNeeds {
  ownProgrammes: OwnProgrammes
  links: Pick<CalendarLinkStore, 'personOf'>
  accounts: Pick<Accounts, 'ofPerson'>
  texts: Texts
  writeOwnCalendar: WriteOwnCalendar
  database: Pick<Database, 'transaction'>
  defaultLanguage: Language
}

/** How often a calendar is asked to look again, in seconds; Google takes its own time. */
const refreshSeconds = 900

/** `GET /calendar/<token>.ics`: the programme of whoever the address belongs to, as it is now. */
export function calendarFeed(needs: CalendarFeedNeeds): Hono {
  const { ownProgrammes, links, accounts, texts, writeOwnCalendar, database, defaultLanguage } = needs
  const routes = new Hono()
  routes.get('/calendar/:file{[A-Za-z0-9_-]{32}\\.ics}', async (c) => {
    const token = c.req.param('file').slice(0, -'.ics'.length)
    const personId = await links.personOf(hashToken(token))
    if (personId === undefined) return c.text('There is no calendar at this address (any more).\n', 404)
    const [account] = await accounts.ofPerson(personId)
    const words = texts.words(account?.language ?? defaultLanguage)
    const text = await database.transaction(async () => {
      const programmes = await ownProgrammes(personId)
      return writeOwnCalendar({ personId, words, programmes, refreshSeconds })
    })
    return c.body(text, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
  })
  return routes
}
