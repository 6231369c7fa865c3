import type { Language } from '../../src/shared/localized-text.ts'
import type { Person } from './person.ts'
import { phrases, type Phrases } from './phrases.ts'

/** A step of the application: how its question can be known, and how somebody answers it. */
export interface Step {
  name: string
  /** A button or some words of the question, for those who look at the screen. */
  asks: Record<Language, string>
  answer(person: Person, words: Phrases): Promise<unknown>
}

/** The steps of somebody whose firm is not known yet, in their order. */
export const stepsWithNewFirm: readonly Step[] = [
  {
    name: 'notice',
    asks: {
      tr: 'Aydınlatma metni',
      en: 'Notice on your personal data',
      es: 'protección de datos',
      fr: 'Notice d’information',
    },
    answer: (person, { read }) => person.taps(read),
  },
  {
    name: 'firm',
    asks: {
      tr: 'Hangi firma adına',
      en: 'Which firm are you',
      es: '¿En nombre de qué empresa',
      fr: 'Pour quelle entreprise',
    },
    answer: (person) => person.writes('Akın Makina'),
  },
  {
    name: 'firm found',
    asks: { tr: '“Akın Makina”', en: '“Akın Makina”', es: '«Akın Makina»', fr: '«\u00a0Akın Makina\u00a0»' },
    answer: (person, { newFirm }) => person.taps(newFirm),
  },
  {
    name: 'firmName',
    asks: {
      tr: 'tam resmî adı',
      en: 'full legal name',
      es: 'nombre legal completo',
      fr: 'dénomination sociale complète',
    },
    answer: (person) => person.taps('✔ Akın Makina'),
  },
  {
    name: 'firmCountry',
    asks: { tr: 'hangi ülkede?', en: 'In which country', es: '¿En qué país', fr: 'Dans quel pays' },
    answer: (person, { turkey }) => person.taps(turkey),
  },
  {
    name: 'firmCity',
    asks: { tr: 'hangi şehirde?', en: 'In which city', es: '¿En qué ciudad', fr: 'Dans quelle ville' },
    answer: (person) => person.writes('Eskişehir'),
  },
  {
    name: 'firmCluster',
    asks: { tr: 'hangi kümede', en: 'To which cluster', es: '¿A qué clúster', fr: 'À quel cluster' },
    answer: (person, { rail }) => person.taps(rail),
  },
  {
    name: 'firmTax',
    asks: { tr: 'vergi numarası', en: 'tax number', es: 'Número fiscal', fr: 'Numéro fiscal' },
    answer: (person, { skip }) => person.taps(skip),
  },
  {
    name: 'name',
    asks: {
      tr: 'Adınız ve soyadınız?',
      en: 'Your given name',
      es: '¿Su nombre',
      fr: 'Votre prénom et votre nom',
    },
    answer: (person) => person.taps(`✔ ${person.name}`),
  },
  {
    name: 'passport',
    asks: {
      tr: 'Pasaporttaki yazılış',
      en: 'Spelling in the passport',
      es: 'Nombre según el pasaporte',
      fr: 'Votre nom est-il écrit ainsi',
    },
    answer: (person) => person.taps('✔ '),
  },
  {
    name: 'position',
    asks: { tr: 'Firmadaki göreviniz?', en: 'Your position', es: '¿Su cargo', fr: 'Votre fonction' },
    answer: (person) => person.writes('Export manager'),
  },
  {
    name: 'phone',
    asks: { tr: 'Cep telefonunuz?', en: 'Your mobile number?', es: '¿Su teléfono', fr: 'Votre téléphone' },
    answer: (person) => person.sharesOwnContact(),
  },
  {
    name: 'email',
    asks: { tr: 'E-posta adresiniz?', en: 'Your e-mail', es: '¿Su correo', fr: 'Votre adresse e-mail' },
    answer: (person) => person.writes('someone@example.com'),
  },
  {
    name: 'languages',
    asks: { tr: 'Hangi dilleri', en: 'Which languages', es: '¿Qué idiomas', fr: 'Quelles langues' },
    answer: (person, { english }) => person.taps(english),
  },
  {
    name: 'languages ticked',
    asks: { tr: 'Hangi dilleri', en: 'Which languages', es: '¿Qué idiomas', fr: 'Quelles langues' },
    answer: (person, { done }) => person.taps(done),
  },
  {
    name: 'interpreter',
    asks: { tr: 'tercümana', en: 'an interpreter', es: 'intérprete', fr: 'interprète' },
    answer: (person, { no }) => person.taps(no),
  },
  {
    name: 'wishes',
    asks: {
      tr: 'Kimlerle görüşmek',
      en: 'Whom would you like',
      es: '¿Con quién',
      fr: 'Qui souhaitez-vous',
    },
    answer: (person, { skip }) => person.taps(skip),
  },
]

/** The same for a firm that the chamber knows already. */
export const steps: readonly Step[] = stepsWithNewFirm.flatMap((step) => {
  if (step.name === 'firm') return [{ ...step, answer: (person) => person.writes('celik') }]
  if (step.name === 'firm found')
    return [
      {
        ...step,
        asks: { tr: '“celik”', en: '“celik”', es: '«celik»', fr: '«\u00a0celik\u00a0»' },
        answer: (person) => person.taps('Çelik Dış Ticaret'),
      },
    ]
  return step.name.startsWith('firm') ? [] : [step]
})

export interface ApplyingOptions {
  language?: Language
  code?: string
  of?: readonly Step[]
}

/** Opens the activity's link and begins. */
export async function begins(person: Person, { language = 'tr', code = 'BCN26' }: ApplyingOptions = {}) {
  await person.starts(`t_${code}`)
  await person.taps(phrases[language].apply)
}

/** Begins, and answers every question before the one with this name; without a name, all of them. */
export async function reaches(person: Person, name?: string, options: ApplyingOptions = {}): Promise<void> {
  const { language = 'tr', of = steps } = options
  await begins(person, options)
  for (const step of of) {
    if (step.name === name) return
    await step.answer(person, phrases[language])
  }
}

/** Applies from beginning to end. */
export async function applies(person: Person, options: ApplyingOptions = {}): Promise<void> {
  await reaches(person, undefined, options)
  await person.taps(phrases[options.language ?? 'tr'].submit)
}
