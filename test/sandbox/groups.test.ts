import { GrammyError } from 'grammy'
import { expect, test } from 'vitest'
import { bench } from './support.ts'

const it = bench()

function openTeam(kind: 'group' | 'supergroup' | 'channel' = 'group') {
  const team = it.telegram.openGroup({ title: 'Team', kind })
  team.add(it.ayse.userId, 'creator')
  team.addBot(it.ayse.userId)
  return team
}

test('the bot is added, and hears commands and replies only', async () => {
  const team = openTeam()
  const { message_id } = await it.api.sendMessage(team.id, 'Hello')
  team.type(it.ayse.userId, 'just talk')
  team.type(it.ayse.userId, '/help@heyet_bot')
  team.type(it.ayse.userId, '/help@other_bot')
  team.type(it.ayse.userId, 'a reply', message_id)
  const updates = await it.updates()
  expect(updates[0]?.my_chat_member?.new_chat_member.status).toBe('member')
  expect(updates[1]?.message?.new_chat_members?.[0]?.is_bot).toBe(true)
  expect(updates.slice(2).map(({ message }) => message?.text)).toEqual(['/help@heyet_bot', 'a reply'])
})

test('as administrator it hears everything, anonymous administrators too', async () => {
  const team = it.telegram.openGroup({ title: 'Team', kind: 'supergroup' })
  team.add(it.ayse.userId)
  team.addBot(it.ayse.userId, 'administrator')
  team.type(it.ayse.userId, 'just talk')
  team.typeAnonymously('from above')
  const [talk, above] = (await it.updates()).slice(-2)
  expect(talk?.message?.text).toBe('just talk')
  expect(above?.message).toMatchObject({
    from: { username: 'GroupAnonymousBot' },
    sender_chat: { id: team.id },
  })
})

test('thrown out, it cannot write any more', async () => {
  const team = openTeam('supergroup')
  team.kickBot(it.ayse.userId)
  expect(await it.refusal(it.api.sendMessage(team.id, 'x'))).toBe(
    '403 Forbidden: bot was kicked from the supergroup chat',
  )
  expect((await it.updates()).at(-1)?.my_chat_member?.new_chat_member.status).toBe('kicked')
})

test('a group that has become a supergroup says where it has gone', async () => {
  const team = openTeam()
  await it.updates()
  const supergroup = team.migrate()
  const error: unknown = await it.api.sendMessage(team.id, 'x').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(GrammyError)
  expect(error).toMatchObject({
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: supergroup.id },
  })
  const updates = await it.updates()
  expect(updates.map(({ message }) => message?.migrate_to_chat_id ?? message?.migrate_from_chat_id)).toEqual([
    supergroup.id,
    team.id,
  ])
  expect(await it.refusal(it.api.sendMessage(supergroup.id, 'x'))).toBe('not refused')
})

test('in a channel it is an administrator, and leaves', async () => {
  const channel = openTeam('channel')
  channel.typeAnonymously('news')
  const [added, post] = await it.updates()
  expect(added?.my_chat_member).toMatchObject({
    chat: { type: 'channel' },
    new_chat_member: { status: 'administrator' },
  })
  expect(post?.channel_post).toMatchObject({ text: 'news', sender_chat: { id: channel.id } })
  await it.api.leaveChat(channel.id)
  expect(await it.refusal(it.api.sendMessage(channel.id, 'x'))).toBe(
    '403 Forbidden: bot is not a member of the channel chat',
  )
  expect(await it.refusal(it.api.leaveChat(it.ayse.userId))).toContain("can't be changed in private chats")
})

test('it asks who is there', async () => {
  const team = openTeam()
  expect(await it.api.getChatMemberCount(team.id)).toBe(2)
  expect(await it.api.getChatMember(team.id, it.ayse.userId)).toMatchObject({ status: 'creator' })
  expect(await it.api.getChat(team.id)).toMatchObject({ id: team.id, type: 'group', title: 'Team' })
  expect(await it.api.getChatAdministrators(team.id)).toHaveLength(1)
})

test('a button in a group is pressed by somebody', async () => {
  const team = openTeam()
  const reply_markup = { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] }
  const { message_id } = await it.api.sendMessage(team.id, 'x', { reply_markup })
  const pressed = team.press(it.ayse.userId, { messageId: message_id, row: 0, column: 0 })
  const press = (await it.updates()).at(-1)?.callback_query
  expect(press).toMatchObject({ from: { id: it.ayse.userId }, message: { chat: { id: team.id } } })
  await it.api.answerCallbackQuery(press?.id ?? '')
  expect(await pressed).toEqual({ text: '', showAlert: false })
})

test('a forum has topics: made, renamed, closed, deleted, and only where there is a forum', async () => {
  const forum = it.telegram.openGroup({ title: 'Team', kind: 'supergroup', isForum: true })
  forum.add(it.ayse.userId, 'creator')
  forum.addBot(it.ayse.userId)
  const create = (name: string, id = forum.id) => it.refusal(it.api.createForumTopic(id, name))
  expect(await create('x')).toBe('400 Bad Request: not enough rights to create a topic')
  forum.addBot(it.ayse.userId, 'administrator')
  expect(await create(' ')).toBe('400 Bad Request: title must be non-empty')
  expect(await create('x'.repeat(129))).toBe('400 Bad Request: title is too long')
  expect(await create('x', openTeam('supergroup').id)).toBe('400 Bad Request: the chat is not a forum')

  const { message_thread_id: topic } = await it.api.createForumTopic(forum.id, 'Bus 2')
  const sent = await it.api.sendMessage(forum.id, 'late', { message_thread_id: topic })
  expect(sent).toMatchObject({ message_thread_id: topic, is_topic_message: true })
  expect(await it.refusal(it.api.sendMessage(forum.id, 'x', { message_thread_id: 999 }))).toBe(
    '400 Bad Request: message thread not found',
  )
  const rename = () => it.refusal(it.api.editForumTopic(forum.id, topic, { name: 'Bus 3' }))
  expect([await rename(), await rename()]).toEqual(['not refused', '400 Bad Request: TOPIC_NOT_MODIFIED'])
  await it.api.closeForumTopic(forum.id, topic)
  expect(await it.refusal(it.api.closeForumTopic(forum.id, topic))).toContain('TOPIC_NOT_MODIFIED')
  await it.api.reopenForumTopic(forum.id, topic)
  await it.api.deleteForumTopic(forum.id, topic)
  expect(forum.messages().map(({ message }) => message.text)).not.toContain('late')
  expect(await it.refusal(it.api.closeForumTopic(forum.id, topic))).toContain('message thread not found')
})
