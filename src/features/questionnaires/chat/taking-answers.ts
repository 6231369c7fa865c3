import type { Chat } from '../../../bot/context.ts'
import type { TappedAnswer } from '../../../bot/drafts/draft-sitting-needs.ts'
import { wordsOfLastRow } from '../../../bot/drafts/typed-words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { foldForSearch } from '../../../shared/search-folding.ts'
import { refusalOf } from '../domain/refusal-of.ts'
import type { Answering } from '../actions/answering.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import type { Asked } from '../domain/steps.ts'
import { voiceAnswer } from '../domain/voice.ts'
import { kinds } from './kinds/index.ts'
import type { Said, SentFile } from './kinds/kind.ts'
import { asksForLocation } from './location-keyboard.ts'
import { atCard } from './at-card.ts'
import { asHeading, labelAndValue, sceneAt, type Asking } from './scene.ts'

export interface TakingAnswersNeeds {
  filling: Answering
  /** Keeps a file that was sent as an answer; resolves with its number. */
  keepFile(responseId: number, file: SentFile): Promise<number>
  /** In whose name it is answered. */
  whose(chat: Chat, standing: Asking): number
}

/** Takes what somebody taps, writes or sends while a question of a form stands open. */
export function takingAnswers({ filling, keepFile, whose }: TakingAnswersNeeds) {
  const whileNothingIsAsked = atCard(filling)

  async function answer(chat: Chat, standing: Asking, id: number, tapped?: TappedAnswer): Promise<Asking> {
    const { asked } = standing
    const next = await answered(chat, standing, id, tapped)
    // The phone's own keyboard comes back with the answer, which is shown with it.
    if (asked && asksForLocation(standing) && next.step !== standing.step) {
      const { understood = chat.words('questionnaires:ask.skipped'), ...others } = next
      chat.tell({ text: understood, replyKeyboard: 'remove' })
      return others
    }
    return next
  }

  async function answered(chat: Chat, standing: Asking, id: number, tapped?: TappedAnswer): Promise<Asking> {
    const { asked } = standing
    if (!asked) return whileNothingIsAsked(chat, standing, id, tapped)
    if (asked.kind === 'more') return more(chat, standing, id, asked, tapped)
    if (isSkip(chat, standing, asked, tapped))
      return filling.skip(id, whose(chat, standing), chat.viewer.language)
    const common =
      tapped?.kind === 'choice' ? await commonTap(chat, standing, asked, id, tapped.value) : undefined
    if (common) return common
    return take(chat, standing, asked, id, said(chat, standing, asked, tapped))
  }

  /** What can be done at any question that has an answer. */
  async function commonTap(
    chat: Chat,
    standing: Asking,
    asked: Question,
    id: number,
    value: string,
  ): Promise<Asking | undefined> {
    const { language } = chat.viewer
    if (value === 'why') return { ...standing, look: { why: true } }
    if (value === 'remove') return filling.answer(id, whose(chat, standing), '', language)
    if (value !== 'keep') return undefined
    const { present } = sceneAt(chat.words, standing, asked)
    return filling.answer(id, whose(chat, standing), present, language)
  }

  async function take(
    chat: Chat,
    standing: Asking,
    asked: Question,
    id: number,
    said: Said,
  ): Promise<Asking> {
    const { language } = chat.viewer
    if (said.kind === 'look') return { ...standing, look: said.look }
    if (said.kind === 'pending')
      return {
        ...(await filling.tick(id, whose(chat, standing), said.value)),
        ...(said.look ? { look: said.look } : {}),
      }
    const value =
      said.kind === 'file' ? await keep(id, said.file, standing, asked, whose(chat, standing)) : said.value
    const next = await filling.answer(id, whose(chat, standing), value, language)
    const isShown = said.kind === 'file' || said.isTyped
    return isShown ? { ...next, understood: understood(chat, next, asked) } : next
  }

  function understood({ words }: Chat, next: Asking, asked: Question): string {
    const { label, value } = labelAndValue(words, next, asked)
    return words('questionnaires:ask.understood', {
      label: asHeading(words, shortenedTo(label, 60)),
      value: shortenedTo(value, 120),
    })
  }

  /** A file is a row of the response, and its number the answer. */
  async function keep(
    id: number,
    file: SentFile,
    { session }: Asking,
    { path }: Question,
    personId: number,
  ): Promise<string> {
    await filling.draftOf(id, personId)
    const asAnswer = (fileId: number) =>
      file.seconds === undefined ? `file:${fileId}` : voiceAnswer({ fileId, seconds: file.seconds })
    const refusal = session.judge(path, asAnswer(0))
    if (refusal) throw refusalOf(refusal)
    return asAnswer(await keepFile(id, file))
  }

  async function more(
    chat: Chat,
    standing: Asking,
    id: number,
    asked: Extract<Asked, { kind: 'more' }>,
    tapped?: TappedAnswer,
  ) {
    const typed = tapped?.kind === 'choice' ? tapped.value : typedMore(chat)
    if (typed !== 'yes' && typed !== 'no') throw questionnaireErrors.chooseOne()
    return filling.answer(id, whose(chat, standing), typed, chat.viewer.language)
  }

  return answer
}

type Question = Extract<Asked, { kind: 'question' }>

function isSkip(chat: Chat, { session }: Asking, asked: Question, tapped?: TappedAnswer): boolean {
  if (tapped) return tapped.kind === 'skip'
  return !session.isRequired(asked.path) && wordsOfLastRow(chat.words, chat.message?.text) === 'skip'
}

function said(chat: Chat, standing: Asking, asked: Question, tapped?: TappedAnswer): Said {
  const kind = kinds[asked.question.type]
  const scene = sceneAt(chat.words, standing, asked)
  if (tapped?.kind === 'choice') return kind.tap(tapped.value, scene)
  const { message } = chat
  const received = message && message.text === undefined ? kind.receive?.(message, scene) : undefined
  if (received) return received
  if (message?.text === undefined) throw questionnaireErrors.textExpected()
  return kind.read(message.text, scene)
}

function typedMore({ words, message }: Chat): 'yes' | 'no' | undefined {
  const folded = foldForSearch(message?.text ?? '')
  if (folded === foldForSearch(words.plain('bot:yes'))) return 'yes'
  return folded === foldForSearch(words.plain('bot:no')) ? 'no' : undefined
}
