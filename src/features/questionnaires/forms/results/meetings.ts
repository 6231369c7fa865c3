import { question, say, together, type FormPart, type InEachLanguage } from '../rows.ts'

/** Without a meeting there is nothing to ask about what came of it. */
export const heldAny = '${meetings_held} > 0'

const upTo500 = say(
  'Lütfen 0 ile 500 arasında bir sayı yazınız.',
  'Please write a number from 0 to 500.',
  'Escriba un número del 0 al 500.',
  'Veuillez écrire un nombre de 0 à 500.',
)

/** A whole number from 0 to 500, of those who held meetings. */
export const counted = (name: string, label: InEachLanguage): FormPart =>
  question('integer', name, label, {
    relevant: heldAny,
    constraint: '. >= 0 and . <= 500',
    constraint_message: upTo500,
  })

/** How many meetings there were, and how many were of use. */
export const meetings = together(
  question(
    'integer',
    'meetings_held',
    say(
      'Firmanız kaç ikili iş görüşmesi yaptı?',
      'How many B2B meetings did your firm hold?',
      '¿Cuántas reuniones B2B mantuvo su empresa?',
      'Combien de rendez-vous B2B votre entreprise a-t-elle eus ?',
    ),
    {
      hint: say(
        'Firmanızdan giden herkesin görüşmeleri; aynı görüşme bir kez sayılır.',
        'Those of everybody from your firm; the same meeting counts once.',
        'Las de todas las personas de su empresa; una misma reunión cuenta una vez.',
        'Ceux de toutes les personnes de votre entreprise ; un même rendez-vous compte une fois.',
      ),
      constraint: '. >= 0 and . <= 500',
      constraint_message: upTo500,
    },
  ),
  question(
    'integer',
    'meetings_useful',
    say(
      'Bunların kaçı yararlı oldu?',
      'How many of these were useful?',
      '¿Cuántas de ellas fueron útiles?',
      'Combien ont été utiles ?',
    ),
    {
      relevant: heldAny,
      constraint: '. >= 0 and . <= ${meetings_held}',
      constraint_message: say(
        'Bu sayı, yapılan görüşme sayısını aşamaz.',
        'It cannot be more than the meetings held.',
        'No puede superar el número de reuniones mantenidas.',
        'Ce nombre ne peut dépasser celui des rendez-vous.',
      ),
    },
  ),
)
