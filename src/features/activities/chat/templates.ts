import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { DeskPart } from '../../../bot/feature.ts'
import type { Clock } from '../../../platform/clock.ts'
import { writeSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { SheetToWrite } from '../../../shared/spreadsheet.ts'
import { firmListTemplate, grantsOfCoordinator, type People } from '../../people/index.ts'
import { activityTemplate } from '../domain/workbook/template.ts'
import * as buttons from './buttons.ts'

export interface TemplatesNeeds {
  people: People
  clock: Clock
  homeTimeZone: string
  laterDesk(words: Words): DeskPart
}

/** Days from today to the first day of the example. */
const daysAhead = 60

/** Empty spreadsheets with examples in them, in the language of whoever asks. */
export function templatesChat({ people, clock, homeTimeZone, laterDesk }: TemplatesNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.templates.pattern, async (chat) => {
    await grantsOfCoordinator(people, chat.viewer.personId, 'openDesk')
    const row = (text: string, kind: 'activity' | 'firms') => [
      { text, callback_data: buttons.sendTemplate.pack({ kind }) },
    ]
    chat.tell({
      text: chat.words('activities:desk.whichTemplate'),
      keyboard: [
        row(chat.words.plain('activities:desk.templateActivity'), 'activity'),
        row(chat.words.plain('activities:desk.templateFirms'), 'firms'),
        ...laterDesk(chat.words).templates,
      ],
    })
  })
  composer.callbackQuery(buttons.sendTemplate.pattern, async (chat) => {
    await grantsOfCoordinator(people, chat.viewer.personId, 'openDesk')
    const { kind } = buttons.sendTemplate.unpack(chat.callbackQuery.data)
    const template = templateOf(kind, chat.words, clock, homeTimeZone)
    if (!template) throw staleButton()
    await chat.tellDocument({
      name: template.name,
      content: await writeSpreadsheet(template.sheets),
      caption: template.caption,
    })
  })
  return composer
}

function templateOf(
  kind: string,
  words: Words,
  clock: Clock,
  homeTimeZone: string,
): { name: string; sheets: SheetToWrite[]; caption: string } | undefined {
  const { language } = words
  const explain = (sheet: string, key: string) => words.plain(`workbook:columns.${sheet}.${key}` as TextKey)
  const today = clock.now().toZonedDateTimeISO(homeTimeZone).toPlainDate()
  const startsOn = today.add({ days: daysAhead })
  if (kind === 'activity')
    return {
      name: words.plain('activities:desk.fileActivity'),
      caption: words('activities:desk.captionActivity'),
      sheets: activityTemplate({ language, explain, startsOn }),
    }
  if (kind === 'firms')
    return {
      name: words.plain('activities:desk.fileFirms'),
      caption: words('activities:desk.captionFirms'),
      sheets: firmListTemplate({ language, explain }),
    }
  return undefined
}
