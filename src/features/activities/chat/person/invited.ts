import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { pageAt } from '../../../../bot/page-keys.ts'
import { writeSpreadsheet } from '../../../../platform/spreadsheets/index.ts'
import type { People } from '../../../people/index.ts'
import type { InvitedWithLink, InviteOffline } from '../../actions/person/invite-offline.ts'
import { titleOf, type Activity } from '../../domain/activity.ts'
import * as buttons from '../buttons.ts'
import { invitationView, invitedSheet, invitedView } from './invited-views.ts'

export interface InvitedNeeds {
  inviting: InviteOffline
  people: Pick<People, 'wordsIn'>
  botUsername: string
}

/** Who is invited and has not started the bot: a text and a link for each, one at a time or all as a file. */
export function invitedChat({ inviting, people, botUsername }: InvitedNeeds): Composer<Chat> {
  const composer = new Composer<Chat>()

  composer.callbackQuery(buttons.listInvited.pattern, async (chat) => {
    const { activityId, offset } = buttons.listInvited.unpack(chat.callbackQuery.data)
    const list = await inviting.list(activityId, chat.viewer.personId)
    chat.turn(invitedView(chat.words, { ...list, offset: pageAt(offset, list.all.length) }))
  })
  composer.callbackQuery(buttons.openInvited.pattern, async (chat) => {
    const { activityId, kind, id } = buttons.openInvited.unpack(chat.callbackQuery.data)
    if (kind !== 'firm' && kind !== 'person') throw staleButton()
    const found = await inviting.one(activityId, chat.viewer.personId ?? 0, { kind, id })
    chat.turn(invitationView(chat.words, sceneOf(found.activity, found)))
  })
  composer.callbackQuery(buttons.inviteAll.pattern, async (chat) => {
    const { activityId } = buttons.inviteAll.unpack(chat.callbackQuery.data)
    const { activity, rows } = await inviting.all(activityId, chat.viewer.personId ?? 0)
    const scenes = rows.map((row) => sceneOf(activity, row))
    await chat.tellDocument({
      name: `${activity.code} – ${chat.words.plain('person:invited.fileName')}.xlsx`,
      content: await writeSpreadsheet([invitedSheet(chat.words, scenes)]),
      caption: chat.words('person:invited.caption', {
        title: titleOf(activity, chat.words.language),
        count: rows.length,
      }),
    })
  })
  return composer

  function sceneOf(activity: Activity, one: InvitedWithLink) {
    const link = `https://t.me/${botUsername}?start=${one.payload}`
    return { ...one, activity, link, theirs: people.wordsIn(one.language) }
  }
}
