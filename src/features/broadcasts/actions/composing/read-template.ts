import { draftErrors } from '../../../../shared/own-draft.ts'
import { fieldsIn } from '../../domain/fields.ts'
import { escaped } from '../../domain/composing/html-of.ts'
import { isTemplateName, templates as known, withField } from '../../domain/composing/templates.ts'
import { choiceOf, lineOf, wordsOf, type Reader } from './reading.ts'

/** A template in place of the words; what is usual for it comes along, and can be changed like all else. */
export const readTemplate: Reader = (raw, { draft, language, templates }) => {
  const name = choiceOf(raw)
  if (!isTemplateName(name)) throw draftErrors.chooseOne()
  const { priority, fields, answers } = known[name]
  const { album: _, mediaFrom: __, ...notes } = draft.notes
  return {
    content: { media: [], texts: templates.texts(name), fallback: null },
    priority,
    reason: priority === 'urgent' ? templates.title(name, language) : null,
    answers: answers ? templates.answers(answers) : [],
    notes: { ...notes, textFrom: {}, template: name, fields },
  }
}

/** The value of the first field that is open, the same in every language; a person's own field may stay one. */
export const readField: Reader = (raw, { draft: { content, notes } }) => {
  const [field, ...others] = notes.fields ?? []
  if (field === undefined) throw draftErrors.answered()
  const rest = { notes: { ...notes, fields: others } }
  if (raw.kind === 'skip') {
    if (!isPersonal(field)) throw draftErrors.answered()
    return rest
  }
  const value = escaped(lineOf(wordsOf(raw), 200))
  return { ...rest, content: { ...content, texts: withField(content.texts, field, value) } }
}

/** Whether each person has a value of their own, so that the field can stay in the words. */
export const isPersonal = (field: string): boolean => fieldsIn(`{${field}}`).length > 0
