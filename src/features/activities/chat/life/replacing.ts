import { Composer } from 'grammy'
import { staleButton } from '../../../../bot/callback-data.ts'
import type { Chat } from '../../../../bot/context.ts'
import { formatDate } from '../../../../platform/texts/dates.ts'
import type { Words } from '../../../../platform/texts/words.ts'
import { fullName, readFullName } from '../../../people/index.ts'
import {
  replaceParticipant,
  type ReplaceNeeds,
  type Replaced,
} from '../../actions/life/replace-participant.ts'
import { titleOf } from '../../domain/activity.ts'
import { referenceOf } from '../../domain/application.ts'
import { dayIn } from '../../domain/guards.ts'
import * as buttons from '../buttons.ts'
import type { Coordinators } from '../deciding/coordinators.ts'
import { following, type FollowingNeeds } from './following.ts'

export interface ReplacingNeeds extends ReplaceNeeds, FollowingNeeds {
  coordinators: Pick<Coordinators, 'hearOfActivity'>
  botUsername: string
}

const [whoQuestion, sureQuestion] = ['replace', 'replace-sure']

/** A colleague comes instead: the name is written and read once more, then the link goes to whoever comes. */
export function replacing(needs: ReplacingNeeds): Composer<Chat> {
  const { applications, people, coordinators, botUsername } = needs
  const act = replaceParticipant(needs)
  const follow = following(needs)
  const composer = new Composer<Chat>()
  const by = (chat: Chat) => chat.viewer.personId ?? 0

  composer.callbackQuery(buttons.askReplace.pattern, async (chat) => {
    const { applicationId } = buttons.askReplace.unpack(chat.callbackQuery.data)
    const { activity, firmId } = await act.replaceable(applicationId, by(chat))
    const { words } = chat
    const until = dayIn(activity, 'nameChangeUntil')
    chat.turn({
      text: [
        words('life:swap.ask', {
          title: titleOf(activity, words.language),
          name: await nameOf(applicationId),
          firm: (await people.firms.read(firmId))?.name ?? '',
        }),
        ...(until ? [words('life:swap.until', { day: formatDate(until, words.language) })] : []),
      ].join('\n\n'),
      keyboard: [
        [{ text: words.plain('life:swap.go'), callback_data: buttons.replace.pack({ applicationId }) }],
        [
          {
            text: words.plain('bot:back'),
            callback_data: buttons.openActivity.pack({ activityId: activity.id }),
          },
        ],
      ],
    })
  })
  composer.callbackQuery(buttons.replace.pattern, async (chat) => {
    const { applicationId } = buttons.replace.unpack(chat.callbackQuery.data)
    await act.replaceable(applicationId, by(chat))
    await people.questions.ask(chat, whoQuestion, String(applicationId))
  })
  people.questions.add({
    name: whoQuestion,
    prompt: async ({ words }) => Promise.resolve({ text: words('life:swap.name') }),
    answer: readName,
  })
  // The name waits in the question; another name that is written corrects it.
  people.questions.add({
    name: sureQuestion,
    async prompt({ words }, about) {
      const { applicationId, next } = waiting(about)
      const name = await nameOf(applicationId)
      return {
        text: words('life:swap.sure', { name, next }),
        keyboard: [
          [
            {
              text: words.plain('life:swap.yes'),
              callback_data: buttons.confirmReplace.pack({ applicationId }),
            },
          ],
        ],
      }
    },
    answer: readName,
  })
  composer.callbackQuery(buttons.confirmReplace.pattern, async (chat) => {
    const { applicationId } = buttons.confirmReplace.unpack(chat.callbackQuery.data)
    const about = waiting((await people.questions.openAbout(chat, sureQuestion)) ?? '')
    if (about.applicationId !== applicationId) throw staleButton()
    const name = readFullName(about.next, chat.words.language)
    const replaced = await act.replace(applicationId, by(chat), name)
    await people.questions.leave(chat, sureQuestion)
    showDone(chat, replaced, fullName(name))
    await tellOthers(chat, replaced, fullName(name))
  })

  async function readName(chat: Chat, text: string, about: string): Promise<void> {
    const { applicationId } = waiting(about)
    await act.replaceable(applicationId, by(chat))
    const next = fullName(readFullName(text, chat.words.language))
    await people.questions.ask(chat, sureQuestion, `${applicationId}=${next}`)
  }

  function showDone({ turn, words }: Chat, { activity, next, token }: Replaced, name: string): void {
    turn({
      text: words('life:swap.done', {
        name,
        reference: referenceOf(activity.code, next.number),
        link: `https://t.me/${botUsername}?start=f_${token}`,
      }),
    })
  }

  /** The leaver hears of it, unless they did it themselves; the coordinators in any case. */
  async function tellOthers(chat: Chat, { activity, left, next }: Replaced, name: string): Promise<void> {
    const former = await nameOf(left.id)
    if (left.personId === by(chat)) {
      const said = {
        title: titleOf(activity, chat.words.language),
        reference: referenceOf(activity.code, left.number),
      }
      chat.tell({ text: chat.words('life:told.replaced', said) })
    } else await follow({ activity, from: 'approved', application: left })
    await coordinators.hearOfActivity(activity, (words: Words) => ({
      text: words('life:swap.news', {
        title: titleOf(activity, words.language),
        name: former,
        next: name,
        reference: referenceOf(activity.code, left.number),
        nextReference: referenceOf(activity.code, next.number),
      }),
      isSilent: true,
    }))
  }

  async function nameOf(applicationId: number): Promise<string> {
    return (await applications.namesOf([applicationId])).get(applicationId)?.name ?? ''
  }

  return composer
}

/** Whose seat it is, and who is to have it. */
function waiting(about: string): { applicationId: number; next: string } {
  const [applicationId = '', ...next] = about.split('=')
  return { applicationId: Number(applicationId), next: next.join('=') }
}
