import { Composer } from 'grammy'
import { staleButton } from '../../../bot/callback-data.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { ControllerStore } from '../data/controller-store.ts'
import {
  controllerFields,
  missingField,
  readControllerName,
  readLine,
  type Controller,
  type ControllerField,
} from '../domain/controller.ts'
import { asCountry } from '../../../shared/countries.ts'
import { peopleErrors } from '../domain/errors.ts'
import { readEmail } from '../domain/email.ts'
import { formatPhone, likelyPhoneCountries, readPhone } from '../domain/phone.ts'
import type { Action } from '../domain/rights.ts'
import { changeController, deskRow, showController } from './buttons.ts'
import type { Questions } from './questions.ts'

export interface ControllerChatNeeds {
  controllers: ControllerStore
  questions: Questions
  homeCountry: string | undefined
  /** Throws for anybody but an owner. */
  ownersOnly(chat: Chat, action: Action): Promise<void>
}

/** The controller and contact of the notice, told by an owner from the desk; each can be changed. */
export function controllerChat(needs: ControllerChatNeeds): Composer<Chat> {
  const { controllers, questions, homeCountry, ownersOnly } = needs
  const composer = new Composer<Chat>()

  composer.callbackQuery(showController.pattern, async (chat) => {
    await ownersOnly(chat, 'nameController')
    const controller = await controllers.read()
    chat.turn(card(chat.words, controller))
    const missing = missingField(controller)
    if (missing) await questions.ask(chat, 'controller', missing)
  })
  composer.callbackQuery(changeController.pattern, async (chat) => {
    await ownersOnly(chat, 'nameController')
    await questions.ask(chat, 'controller', fieldOf(changeController.unpack(chat.callbackQuery.data).field))
  })

  questions.add({
    name: 'controller',
    prompt: async ({ words }, field) => ({ text: words(`people:controller.ask.${fieldOf(field)}`) }),
    async answer(chat, text, about) {
      await ownersOnly(chat, 'nameController')
      await controllers.update(read(chat, fieldOf(about), text))
      const controller = await controllers.read()
      const missing = missingField(controller)
      if (missing) return questions.ask(chat, 'controller', missing)
      chat.tell(card(chat.words, controller))
    },
  })
  return composer

  function read({ viewer: { language } }: Chat, field: ControllerField, text: string): Partial<Controller> {
    switch (field) {
      case 'name':
        return { name: readControllerName(text, language) }
      case 'address':
        return { address: readLine(text) }
      case 'email':
        return { contactEmail: readEmail(text).address }
      case 'phone': {
        const home = asCountry(homeCountry ?? '') ?? 'TR'
        const reading = readPhone(text, likelyPhoneCountries({ language, homeCountry: home }))
        // Of a number that may be one of several countries its own is to be written.
        if (reading.kind === 'asks') throw peopleErrors.phoneCountryUnknown()
        return { contactPhone: reading.phone.e164 }
      }
    }
  }
}

/** What the notice says, and a button for each part of it. */
function card(words: Words, controller: Controller | undefined) {
  const none = words.plain('people:controller.none')
  const names = Object.entries(controller?.name ?? {}).map(([language, name]) => `${name} (${language})`)
  return {
    text: words('people:controller.card', {
      name: names.join(', ') || none,
      address: controller?.address ?? none,
      email: controller?.contactEmail ?? none,
      phone: controller?.contactPhone ? formatPhone(controller.contactPhone) : none,
    }),
    keyboard: [
      ...controllerFields.map((field) => [
        {
          text: words.plain(`people:controller.change.${field}`),
          callback_data: changeController.pack({ field }),
        },
      ]),
      deskRow(words),
    ],
  }
}

function fieldOf(name: string): ControllerField {
  const field = controllerFields.find((known) => known === name)
  if (!field) throw staleButton()
  return field
}
