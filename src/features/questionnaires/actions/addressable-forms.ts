import { labelIn } from '../domain/results/label-text.ts'
import { languageOf, titleIn } from '../domain/form-language.ts'
import type { Form, FormNode, Question } from '../domain/form.ts'
import type { Questionnaire } from '../domain/questionnaire.ts'
import type { Language } from '../../../shared/localized-text.ts'
import type { Reach } from '../../people/index.ts'
import type { Attachments } from '../data/attachments.ts'
import type { QuestionnaireStore } from '../data/questionnaire-store.ts'

/** A form by which people can be addressed: those who have not handed it in, or have answered so. */
export interface AddressableForm {
  id: number
  title: string
  /** What was said in it is nobody's. */
  isAnonymous: boolean
  /** It is asked once an activity is over. */
  isAskedAfterwards: boolean
}

/** A question with choices, by the path under which answers to it are kept. */
export interface ChoiceQuestion {
  path: string
  label: string
  choices: { name: string; label: string }[]
}

export interface AddressableFormsNeeds {
  questionnaires: QuestionnaireStore
  attachments: Attachments
}

/** Forms and their questions, as whoever writes to people chooses among them. */
export function addressableForms({ questionnaires, attachments }: AddressableFormsNeeds) {
  const titled = async (
    { id, versionId, isAnonymous, purpose }: Questionnaire,
    language: Language,
  ): Promise<AddressableForm[]> =>
    versionId === null
      ? []
      : [
          {
            ...{ id, isAnonymous, isAskedAfterwards: purpose === 'survey' },
            title: titleIn(await questionnaires.form(versionId), language),
          },
        ]

  return {
    /** The forms of an activity; those of no activity too for whoever sees the whole house. */
    async of(
      activityId: number | null,
      { reach, language }: { reach: Reach; language: Language },
    ): Promise<AddressableForm[]> {
      const known = await questionnaires.inState(['published', 'closed'])
      const found: AddressableForm[] = []
      for (const one of known) {
        const of = await attachments.of(one.id)
        const isTheirs =
          of.length === 0 ? reach === 'everywhere' : of.some((each) => each.activityId === activityId)
        if (isTheirs || (activityId === null && reach === 'everywhere'))
          found.push(...(await titled(one, language)))
      }
      return found
    },

    async titleOf(id: number, language: Language): Promise<string | undefined> {
      const one = await questionnaires.read(id)
      return one && (await titled(one, language))[0]?.title
    },

    /** The questions of a form that are answered by choosing, in the order in which they are asked. */
    async questionsOf(id: number, language: Language): Promise<ChoiceQuestion[]> {
      const versionId = (await questionnaires.read(id))?.versionId
      if (!versionId) return []
      const form = await questionnaires.form(versionId)
      return choiceQuestions(form.root).map((question) => asChoiceQuestion(question, form, language))
    },
  }
}

/** What is repeated is left out: it has no single answer. */
const choiceQuestions = (node: FormNode): Question[] => {
  if (node.kind === 'group') return node.children.flatMap(choiceQuestions)
  if (node.kind !== 'question' || node.list === undefined) return []
  return node.type === 'select_one' || node.type === 'select_multiple' ? [node] : []
}

function asChoiceQuestion(
  { path, label, list = '' }: Question,
  form: Form,
  language: Language,
): ChoiceQuestion {
  const name = languageOf(form, language)
  const read = form.languages.find((each) => each.name === name) ?? { name }
  return {
    path,
    label: labelIn(label, form, read) || path,
    choices: (form.lists[list] ?? []).map((choice) => ({
      name: choice.name,
      label: labelIn(choice.label, form, read) || choice.name,
    })),
  }
}
