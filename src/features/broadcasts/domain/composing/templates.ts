import type { Language } from '../../../../shared/localized-text.ts'
import type { Priority } from '../broadcast.ts'
import type { AnswerOption } from '../content.ts'

/** Answers that come ready in four languages. */
export const answerPresets = ['yesNo', 'safety'] as const
export type AnswerPreset = (typeof answerPresets)[number]

/** What is said again and again on a trip, ready in four languages. */
export const templateNames = [
  ...(['delay', 'gate', 'flightCancelled', 'safety'] as const),
  ...(['room', 'time', 'passport', 'shoes', 'document', 'meeting'] as const),
  ...(['tomorrow', 'menu', 'lost', 'training', 'survey', 'welcome'] as const),
]
export type TemplateName = (typeof templateNames)[number]

export const isTemplateName = (text: string): text is TemplateName =>
  templateNames.some((name) => name === text)

interface Template {
  priority: Priority
  /** What is asked for one after the other, in the words' own order. */
  fields: readonly string[]
  answers?: AnswerPreset
}

export const templates: Record<TemplateName, Template> = {
  delay: { priority: 'urgent', fields: ['bus', 'min', 'new_time', 'city', 'place'] },
  gate: { priority: 'urgent', fields: ['flight', 'gate', 'time'] },
  flightCancelled: { priority: 'urgent', fields: ['flight', 'time'] },
  safety: { priority: 'urgent', fields: [], answers: 'safety' },
  room: { priority: 'important', fields: ['session', 'old', 'new', 'floor'] },
  time: { priority: 'important', fields: ['session', 'old_time', 'new_time', 'city'] },
  passport: { priority: 'important', fields: [] },
  shoes: { priority: 'important', fields: [] },
  document: { priority: 'important', fields: ['doc', 'date'] },
  meeting: { priority: 'important', fields: ['time', 'org', 'alt'], answers: 'yesNo' },
  tomorrow: { priority: 'normal', fields: ['dress'] },
  menu: { priority: 'normal', fields: ['time'] },
  lost: { priority: 'normal', fields: ['bus'] },
  training: { priority: 'normal', fields: ['date', 'time', 'place', 'seats'], answers: 'yesNo' },
  survey: { priority: 'normal', fields: ['minutes'] },
  welcome: { priority: 'normal', fields: ['driver', 'exit', 'sign'] },
}

/** The words of templates and ready answers, as the locales have them. */
export interface WrittenTemplates {
  /** Telegram's HTML, with the fields in braces. */
  texts(name: TemplateName): Record<Language, string>
  /** What it is called in a language, e.g. for the reason of an urgent one. */
  title(name: TemplateName, language: Language): string
  answers(preset: AnswerPreset): AnswerOption[]
}

/** A value in place of a field of a template, in every language; the rest of the words stay as they are. */
export const withField = (
  texts: Readonly<Partial<Record<Language, string>>>,
  field: string,
  value: string,
): Partial<Record<Language, string>> =>
  Object.fromEntries(
    Object.entries(texts).map(([language, html]) => [language, html.replaceAll(`{${field}}`, () => value)]),
  )
