import type {
  ApplicationForms,
  ApplicationRef,
  FormInside,
  FormLine,
  FormShown,
} from '../../activities/index.ts'
import type { Chat } from '../../../bot/context.ts'
import type { Words } from '../../../platform/texts/words.ts'
import type { Answering } from '../actions/answering.ts'
import type { Standing } from '../actions/standing.ts'
import { isEmpty, isKnown, type ApplicationForm } from '../actions/application-form.ts'
import type { submitResponse } from '../actions/submit-response.ts'
import { questionnaireErrors } from '../domain/errors.ts'
import { titleIn } from '../domain/form-language.ts'
import { answerKey, askedSteps, stepBefore, stepName, type Asked } from '../domain/steps.ts'
import { askingView } from './asking-view.ts'
import type { SentFile } from './kinds/kind.ts'
import { isUpload } from './kinds/uploads.ts'
import { asksForLocation } from './location-keyboard.ts'
import { labelAndValue, type Asking } from './scene.ts'
import { takingAnswers } from './taking-answers.ts'

type Submitting = ReturnType<typeof submitResponse>

export interface InsideApplyingNeeds {
  filling: Answering
  form: ApplicationForm
  submit: Submitting['submit']
  left: Submitting['left']
  keepFile(responseId: number, file: SentFile): Promise<number>
  showMedia(chat: Chat, standing: Asking): Promise<boolean>
}

/**
 * The questions of a form inside of an application: the same questions, shown and answered in the live message of applying.
 * Whether the application is this person's has been looked at there; the answers are the applicant's, whoever fills in.
 */
export function insideApplying(needs: InsideApplyingNeeds): ApplicationForms {
  const { filling, form, submit, keepFile } = needs

  const applicantOf = ({ response }: Asking): number => {
    if (response.personId === null) throw questionnaireErrors.notYours()
    return response.personId
  }
  const take = takingAnswers({ filling, keepFile, whose: (_chat, standing) => applicantOf(standing) })

  function inside(standing: Asking): FormInside {
    const { response, session, asked, step } = standing
    const { id } = response
    const whose = applicantOf(standing)
    return {
      revision: response.revision,
      step: asked ? step : undefined,
      progress: progressOf(standing),
      wantsFile: asked?.kind === 'question' && isUpload(asked.question),
      coversKeyboard: asksForLocation(standing),
      view(words, frame, refusal) {
        if (!asked) throw questionnaireErrors.answered()
        return askingView(words, { ...standing, frame }, asked, refusal)
      },
      showMedia: (chat) => needs.showMedia(chat, standing),
      answer: async (chat, tapped) => inside(await take(chat, standing, id, tapped)),
      async back() {
        if (asked && !stepBefore(session, asked) && !isFromReview(standing)) return undefined
        if (asked) return inside(await filling.back(id, whose))
        const last = askedSteps(session).at(-1)
        return last && inside(await filling.change(id, whose, stepName(last)))
      },
      change: async (named) => inside(await filling.change(id, whose, named)),
      async left(words) {
        const left = await needs.left(id, words.language)
        if (!left) return undefined
        return {
          form: inside(left.standing),
          ...(left.refusal ? { refusal: words(left.refusal) } : {}),
        }
      },
      lines: (words) => linesOf(words, standing),
    }
  }

  /** They were in the middle of another form when this one took its place. */
  async function newsOf(now: Asking, draft: ApplicationRef): Promise<Pick<FormInside, 'news'>> {
    const replaced = await form.replaced(now, draft)
    const [former] = replaced
    if (!former) return {}
    return {
      news: {
        text: (words) =>
          words('questionnaires:inside.replaced', {
            former: titleIn(former.form, words.language),
            title: titleIn(now.form, words.language),
          }),
        async markTold() {
          for (const one of replaced) await form.rest(one)
        },
      },
    }
  }

  /** What was closed meanwhile counts where everything had been answered by then. */
  async function settle(chat: Chat, standing: Standing): Promise<void> {
    const { response } = standing
    if (isEmpty(response.answers)) return form.layAside(standing)
    await form.wake(response)
    const { kind } = await submit(response.id, applicantOf(standing), chat.viewer.language)
    if (kind === 'open') await form.layAside(standing)
  }

  return {
    async open(draft) {
      const standing = await form.standing(draft)
      return standing && { ...inside(standing), ...(await newsOf(standing, draft)) }
    },
    revision: form.revision,
    async handIn(chat, draft) {
      const standing = await form.standing(draft)
      if (standing?.response.state === 'draft')
        await submit(standing.response.id, applicantOf(standing), chat.viewer.language)
      for (const ended of await form.ended(draft)) await settle(chat, ended)
    },
    async ended(draft) {
      const ended = await form.ended(draft)
      const standing = ended.find(({ response }) => !isEmpty(response.answers))
      if (ended.length === 0) return undefined
      return (words) => standing && shownOf(words, standing, 'ended')
    },
    async reopened(application) {
      const standing = await form.again(application, true)
      return standing && inside(standing)
    },
    async handInAgain(chat, application) {
      const standing = await form.again(application, false)
      if (standing) await submit(standing.response.id, applicantOf(standing), chat.viewer.language)
    },
    async closeAgain(applicationId) {
      const standing = await form.again({ id: applicationId, personId: 0 }, false)
      if (standing) await form.forgetAgain(standing)
    },
    async shown(applicationId) {
      const standing = await form.handedIn(applicationId)
      if (!standing) return undefined
      const { submittedAt } = standing.response
      return (words) =>
        submittedAt === null ? shownOf(words, standing, 'cutShort') : { lines: linesOf(words, standing) }
    },
    follows: form.follows,
  }
}

/** What was given before it was closed, and that it was. */
const shownOf = (words: Words, standing: Standing, why: 'ended' | 'cutShort'): FormShown => ({
  lines: linesOf(words, standing).filter(({ value }) => value !== ''),
  note: words(`questionnaires:inside.${why}`, { title: titleIn(standing.form, words.language) }),
})

const isFromReview = ({ response, session }: Asking): boolean =>
  response.place !== null && session.open() === undefined

/** What is known and was not asked is not counted, as in the core. */
function progressOf(standing: Asking): { at: number; of: number } {
  const { asked, session } = standing
  const counted = askedSteps(session).filter(
    (step) => step.kind === 'question' && (isHere(step, asked) || !isKnown(standing, step.path)),
  )
  const at = counted.findIndex((step) => isHere(step, asked))
  return { at: at < 0 ? counted.length : at + 1, of: counted.length }
}

const isHere = (step: Asked, asked: Asked | undefined): boolean =>
  asked !== undefined && answerKey(step) === answerKey(asked)

const linesOf = (words: Words, standing: Asking): FormLine[] =>
  askedSteps(standing.session).flatMap((step) =>
    step.kind === 'question' ? [{ step: stepName(step), ...labelAndValue(words, standing, step) }] : [],
  )
