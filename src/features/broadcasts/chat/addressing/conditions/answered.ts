import type { Questionnaires } from '../../../../questionnaires/index.ts'
import { partOf, shortKey, type AudienceScene, type Condition, type Option } from '../condition.ts'

/** An answer that they have given: the form, the question and the choice, one after the other. */
export function answeredCondition(forms: Pick<Questionnaires, 'addressable'>['addressable']): Condition {
  /** What was said in an anonymous form is nobody's. */
  const offered = async ({ words, audience, reach }: AudienceScene) =>
    (await forms.of(audience.activityId, { reach, language: words.language })).filter(
      ({ isAnonymous }) => !isAnonymous,
    )
  const isGiven = ({ audience: { answered } }: AudienceScene, formId: number, path?: string, name?: string) =>
    answered?.questionnaireId === formId &&
    (path === undefined || answered.question === path) &&
    (name === undefined || answered.value === name)

  async function questionAt({ words }: AudienceScene, formId: number, key: string | undefined) {
    const questions = await forms.questionsOf(formId, words.language)
    return questions.find(({ path }) => shortKey(path) === key)
  }

  async function optionsAt(scene: AudienceScene, [form, question]: readonly string[]): Promise<Option[]> {
    const open = (await offered(scene)).find(({ id }) => String(id) === form)
    if (!open)
      return (await offered(scene)).map(({ id, title }) => ({
        ...{ key: String(id), label: title, isOn: isGiven(scene, id), leadsOn: true },
      }))
    const asked = await questionAt(scene, open.id, question)
    if (!asked)
      return (await forms.questionsOf(open.id, scene.words.language)).map(({ path, label }) => ({
        ...{ key: shortKey(path), label, isOn: isGiven(scene, open.id, path), leadsOn: true },
      }))
    return asked.choices.map(({ name, label }) => ({
      ...{ key: [form, question, shortKey(name)].join('.'), label },
      isOn: isGiven(scene, open.id, asked.path, name),
    }))
  }

  return {
    isOffered: async (scene) => (await offered(scene)).length > 0,
    isSet: (audience) => audience.answered !== null,
    options: async (scene, wanted) => partOf(await optionsAt(scene, wanted.path), wanted),
    async put(scene, key, isOn) {
      const { audience } = scene
      const [form, question, name] = key.split('.')
      const open = (await offered(scene)).find(({ id }) => String(id) === form)
      const asked = open && (await questionAt(scene, open.id, question))
      const choice = asked?.choices.find((each) => shortKey(each.name) === name)
      if (!open || !asked || !choice) return undefined
      if (isOn)
        return {
          ...audience,
          answered: { questionnaireId: open.id, question: asked.path, value: choice.name },
        }
      return isGiven(scene, open.id, asked.path, choice.name) ? { ...audience, answered: null } : audience
    },
    async say({ words, audience: { answered } }) {
      const questions = answered ? await forms.questionsOf(answered.questionnaireId, words.language) : []
      const question = questions.find(({ path }) => path === answered?.question)
      const choice = question?.choices.find(({ name }) => name === answered?.value)
      return words.plain('addressing:say.answered', {
        question: question?.label ?? '—',
        answer: choice?.label ?? answered?.value ?? '—',
      })
    },
  }
}
