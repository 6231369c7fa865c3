import type { Language } from '../../../../shared/localized-text.ts'
import type { CellValue } from '../../../../shared/spreadsheet.ts'

type InEachLanguage = Readonly<Record<Language, string>>

/** A row of the template by its columns. */
export type ExampleRow = Readonly<Record<string, CellValue | InEachLanguage>>

const say = (tr: string, en: string, es: string, fr: string): InEachLanguage => ({ tr, en, es, fr })

/** A short needs analysis: one question of each common kind, a section, a condition and a score. */
export const templateExamples = (today: Temporal.PlainDate) => ({
  survey,
  choices,
  settings: {
    form_title: say(
      'İhracat ihtiyaç analizi',
      'Export needs analysis',
      'Diagnóstico de necesidades de exportación',
      'Diagnostic des besoins à l’export',
    ),
    form_id: 'needs_example',
    version: '1',
    heyet_purpose: 'needs_analysis',
    heyet_scope: 'firm',
    heyet_anonymous: 'no',
    heyet_closes_at: { date: today.add({ days: 30 }).toString(), time: '17:00:00' },
  } satisfies ExampleRow,
})

const survey: readonly ExampleRow[] = [
  {
    type: 'note',
    name: 'welcome',
    label: say(
      'Birkaç soruyla firmanızı tanımak istiyoruz.',
      'A few questions, so that we know your firm better.',
      'Unas preguntas para conocer mejor su empresa.',
      'Quelques questions pour mieux connaître votre entreprise.',
    ),
  },
  {
    type: 'begin_group',
    name: 'firm',
    label: say('Firma', 'The firm', 'La empresa', 'L’entreprise'),
  },
  {
    type: 'integer',
    name: 'employees',
    label: say(
      'Kaç çalışanınız var?',
      'How many employees do you have?',
      '¿Cuántos empleados tiene?',
      'Combien de salariés avez-vous ?',
    ),
    hint: say(
      'KOBİ sınıfı için soruyoruz.',
      'We ask for the size class of your firm.',
      'Lo preguntamos por la categoría de tamaño.',
      'Nous le demandons pour la catégorie de taille.',
    ),
    required: 'yes',
    constraint: '. >= 0 and . <= 100000',
    constraint_message: say(
      'Lütfen 0 ile 100.000 arasında bir sayı yazınız.',
      'Please write a number from 0 to 100,000.',
      'Escriba un número del 0 al 100.000.',
      'Veuillez écrire un nombre de 0 à 100 000.',
    ),
    heyet_profile: 'firm.employees',
  },
  {
    type: 'select_one yes_no',
    name: 'exports',
    label: say('İhracat yapıyor musunuz?', 'Do you export?', '¿Exporta?', 'Exportez-vous ?'),
    required: 'yes',
  },
  {
    type: 'select_multiple markets',
    name: 'markets',
    label: say('Hangi pazarlara?', 'To which markets?', '¿A qué mercados?', 'Vers quels marchés ?'),
    relevant: "${exports} = 'yes'",
  },
  { type: 'end_group' },
  {
    type: 'range',
    name: 'readiness',
    label: say(
      'Fuarlara ne kadar hazırsınız? (0: hiç, 10: tamamen)',
      'How ready are you for trade fairs? (0: not at all, 10: fully)',
      '¿En qué medida está lista su empresa para ferias? (0: nada, 10: del todo)',
      'Votre entreprise est-elle prête pour les salons ? (0 : pas du tout, 10 : tout à fait)',
    ),
    parameters: 'start=0 end=10 step=1',
  },
  {
    type: 'text',
    name: 'wishes',
    label: say(
      'Bizden ne beklersiniz?',
      'What do you expect from us?',
      '¿Qué espera de nosotros?',
      'Qu’attendez-vous de nous ?',
    ),
  },
  {
    type: 'calculate',
    name: 'score_export',
    calculation: "if(${exports} = 'yes', 5, 0) + count-selected(${markets})",
  },
]

const choice = (list: string, name: string, label: InEachLanguage, exclusive?: string): ExampleRow => ({
  list_name: list,
  name,
  label,
  ...(exclusive ? { exclusive } : {}),
})

const choices: readonly ExampleRow[] = [
  choice('yes_no', 'yes', say('Evet', 'Yes', 'Sí', 'Oui')),
  choice('yes_no', 'no', say('Hayır', 'No', 'No', 'Non')),
  choice('markets', 'eu', say('Avrupa Birliği', 'European Union', 'Unión Europea', 'Union européenne')),
  choice('markets', 'mena', say('Orta Doğu', 'Middle East', 'Oriente Medio', 'Moyen-Orient')),
  choice('markets', 'other', say('Diğer', 'Other', 'Otros', 'Autres')),
  choice('markets', 'none', say('Hiçbiri', 'None of these', 'Ninguno', 'Aucun'), 'yes'),
]
