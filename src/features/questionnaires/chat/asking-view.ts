import type { InlineKeyboardButton } from 'grammy/types'
import type { Message } from '../../../bot/messenger.ts'
import { questionKeyboard, type OpenQuestion } from '../../../bot/drafts/question-view.ts'
import { bold, joined } from '../../../platform/texts/html.ts'
import type { Words } from '../../../platform/texts/words.ts'
import { shortenedTo } from '../../../shared/clean-text.ts'
import { languageOf } from '../domain/form-language.ts'
import { stepName, answerKey, type Asked } from '../domain/steps.ts'
import { asksForLocation, locationKeyboard } from './location-keyboard.ts'
import { otherOf } from '../domain/other-of.ts'
import { formQuestion } from './buttons.ts'
import { headOf, isAround, toRead } from './asking-head.ts'
import { kinds } from './kinds/index.ts'
import type { Key, Prompt } from './kinds/kind.ts'
import { datedProposal, proposalLine } from './proposal-line.ts'
import { hasBack, readBefore, sceneAt, type Asking } from './scene.ts'

/** The live question: where somebody is, what is to be read before, what is asked, and the answers to tap. */
export function askingView(words: Words, standing: Asking, asked: Asked, refusal?: string): Message {
  const prompt = asked.kind === 'question' ? promptFor(words, standing, asked) : morePrompt(words)
  const text = [
    headOf(words, standing, asked),
    ...(standing.understood ? [standing.understood] : []),
    ...(refusal ? [`⚠️ ${refusal}`] : []),
    ...readBefore(standing, asked)
      .filter((step) => !isAround(step, asked))
      .flatMap((step) => toRead(words, standing, step)),
    asked.kind === 'question'
      ? questionText(words, standing, asked, prompt)
      : moreText(words, standing, asked),
  ]
  return {
    text: fitted(text),
    ...(asksForLocation(standing)
      ? { replyKeyboard: locationKeyboard(words, standing, asked) }
      : { keyboard: keyboardOf(words, standing, asked, prompt) }),
  }
}

function questionText(
  words: Words,
  standing: Asking,
  asked: Extract<Asked, { kind: 'question' }>,
  prompt: Prompt,
): string {
  const { session, form, look } = standing
  const { question, path } = asked
  const language = languageOf(form, words.language)
  const label = session.text(question.label, path, language)
  const hint = session.text(question.hint, path, language)
  const guidance = look?.why ? session.text(question.guidance, path, language) : ''
  const parts = [
    otherQuestion(standing, asked, language),
    label === '' ? '' : bold(label).toString(),
    hint === '' ? '' : words('questionnaires:ask.hint', { hint }),
    guidance === '' ? '' : joined([guidance]).toString(),
    prompt.lines?.length ? joined(prompt.lines).toString() : '',
    proposalLine(words, standing, asked, prompt.marksPresent ?? false),
    prompt.how ?? '',
  ]
  return parts.filter((part) => part !== '').join('\n')
}

/** What "please specify" is about. */
function otherQuestion(
  { session }: Asking,
  { question, path }: Extract<Asked, { kind: 'question' }>,
  language: string,
): string {
  const of = otherOf(question)
  const node = of === undefined ? undefined : session.node(of)
  return node?.kind === 'question' ? joined([session.text(node.label, path, language)]).toString() : ''
}

function moreText(words: Words, standing: Asking, asked: Extract<Asked, { kind: 'more' }>): string {
  const { session, form } = standing
  const label =
    session.text(asked.repeat.label, asked.path, languageOf(form, words.language)) || asked.repeat.name
  return words('questionnaires:ask.more', { label, instances: String(asked.instances) })
}

const morePrompt = (words: Words): Prompt => ({
  rows: [
    [{ label: words.plain('questionnaires:ask.moreYes'), value: 'yes' }],
    [{ label: words.plain('questionnaires:ask.moreNo'), value: 'no' }],
  ],
})

/** The kind's own buttons, and beneath them what can be done with an answer that stands there already. */
function promptFor(words: Words, standing: Asking, asked: Extract<Asked, { kind: 'question' }>): Prompt {
  const { question, path } = asked
  const scene = sceneAt(words, standing, asked)
  const prompt = kinds[question.type].prompt(scene)
  const isAnswered = (standing.response.answers[path] ?? '') !== ''
  const mayRemove = isAnswered && !standing.session.isRequired(path)
  const keep = words.plain(`questionnaires:ask.${isAnswered ? 'keep' : 'take'}`)
  const isToKeep =
    (!prompt.marksPresent || (datedProposal(standing, asked) && !prompt.takesPresent)) &&
    standing.session.judge(path, scene.present) === undefined
  const below: Key[] = [
    ...(scene.present !== '' && isToKeep ? [{ label: keep, value: 'keep' }] : []),
    ...(mayRemove ? [{ label: words.plain('questionnaires:ask.remove'), value: 'remove' }] : []),
    ...(question.guidance && !scene.look.why
      ? [{ label: words.plain('questionnaires:ask.why'), value: 'why' }]
      : []),
  ]
  return { ...prompt, rows: [...prompt.rows, ...below.map((key) => [key])] }
}

function keyboardOf(words: Words, standing: Asking, asked: Asked, prompt: Prompt): InlineKeyboardButton[][] {
  const { session, response } = standing
  const isFromReview = response.place !== null && session.open() === undefined
  const isEmpty = (response.answers[answerKey(asked)] ?? '') === ''
  const { buttons, draft, stepPrefix } = standing.frame ?? {
    buttons: formQuestion,
    draft: response,
    stepPrefix: '',
  }
  const step = `${stepPrefix}${stepName(asked)}`
  const question: OpenQuestion = {
    words,
    buttons,
    draft,
    step,
    hasBack: isFromReview || hasBack(standing, asked),
    hasSkip: asked.kind === 'question' && isEmpty && !session.isRequired(asked.path),
  }
  const to = { draftId: draft.id, revision: draft.revision, step }
  return [
    ...prompt.rows
      .filter((row) => row.length > 0)
      .map((row) =>
        row.map(({ label, value }) => ({
          text: label,
          callback_data: buttons.pick.pack({ ...to, value }),
        })),
      ),
    ...questionKeyboard(question, { choices: [] }),
  ]
}

/** Telegram takes 4096 characters; what is read before gives way to the question. */
function fitted(parts: readonly string[]): string {
  const whole = parts.join('\n\n')
  if (whole.length <= 4000) return whole
  const [head = '', ...rest] = parts
  const last = rest.at(-1) ?? ''
  const short = [head, last].join('\n\n')
  return short.length <= 4000 ? short : shortenedTo(short.replace(/<[^>]*>/g, ''), 4000)
}
