import { offer, selectMultiple, selectOne } from '../choices.ts'
import { question, say, section, together } from '../rows.ts'

const room = together(
  selectOne(
    'room',
    say(
      'Hangi odayı istersiniz?',
      'Which room would you like?',
      '¿Qué habitación desea?',
      'Quelle chambre souhaitez-vous ?',
    ),
    [
      offer('single', say('Tek kişilik', 'Single', 'Individual', 'Individuelle')),
      offer(
        'twin_with',
        say(
          'İki kişilik, bir tanıdığımla',
          'Twin, with somebody I know',
          'Doble, con alguien que conozco',
          'Double, avec quelqu’un que je connais',
        ),
      ),
      offer(
        'twin',
        say(
          'İki kişilik, fark etmez',
          'Twin, with anybody',
          'Doble, con cualquiera',
          'Double, peu importe avec qui',
        ),
      ),
      offer(
        'no_room',
        say('Oda istemiyorum', 'I need no room', 'No necesito habitación', 'Je n’ai pas besoin de chambre'),
      ),
    ],
  ),
  question('text', 'room_with', say('Kiminle?', 'With whom?', '¿Con quién?', 'Avec qui ?'), {
    relevant: "${room} = 'twin_with'",
  }),
  selectOne(
    'extra_nights',
    say(
      'Masrafı size ait olmak üzere fazladan gece ister misiniz?',
      'Would you like extra nights at your own cost?',
      '¿Desea noches adicionales a su cargo?',
      'Souhaitez-vous des nuits supplémentaires à vos frais ?',
    ),
    [
      offer('no', say('Hayır', 'No', 'No', 'Non')),
      offer('before', say('Evet, öncesinde', 'Yes, before', 'Sí, antes', 'Oui, avant')),
      offer('after', say('Evet, sonrasında', 'Yes, after', 'Sí, después', 'Oui, après')),
      offer(
        'both',
        say(
          'Evet, öncesinde ve sonrasında',
          'Yes, before and after',
          'Sí, antes y después',
          'Oui, avant et après',
        ),
      ),
    ],
    { cells: { relevant: "${room} != 'no_room'" } },
  ),
)

/** What can be ordered, never why. */
const meals = selectMultiple(
  'meals',
  say(
    'Yemeklerde hangi menüler size uygun?',
    'Which menus suit you?',
    '¿Qué menús le convienen?',
    'Quels menus vous conviennent ?',
  ),
  [
    offer('fish', say('Balık', 'Fish', 'Pescado', 'Poisson')),
    offer('no_pork', say('Domuzsuz et', 'Meat without pork', 'Carne sin cerdo', 'Viande sans porc')),
    offer('vegetarian', say('Vejetaryen', 'Vegetarian', 'Vegetariano', 'Végétarien')),
    offer('vegan', say('Vegan', 'Vegan', 'Vegano', 'Végétalien')),
    offer(
      'no_alcohol',
      say(
        'Soslarda alkolsüz',
        'No alcohol in sauces',
        'Sin alcohol en las salsas',
        'Sans alcool dans les sauces',
      ),
    ),
    offer(
      'call_me',
      say('Lütfen beni arayınız', 'Please call me', 'Prefiero que me llamen', 'Merci de m’appeler'),
    ),
    offer('any', say('Hepsi uygun', 'Any menu', 'Cualquiera', 'Tous'), { exclusive: 'yes' }),
  ],
  {
    cells: {
      constraint_message: say(
        '“Hepsi uygun” tek başına seçilir; lütfen ya onu ya da menüleri işaretleyiniz.',
        '“Any menu” stands alone: please tick either it or the menus.',
        '«Cualquiera» va solo: marque esa opción o bien los menús.',
        '« Tous » se choisit seul : cochez cette réponse ou bien les menus.',
      ),
    },
  },
)

const assistance = selectOne(
  'assistance',
  say(
    'Yolculuk için başka bir desteğe ihtiyacınız var mı?',
    'Do you need any other help for the journey?',
    '¿Necesita alguna otra ayuda para el viaje?',
    'Avez-vous besoin d’une autre aide pour le voyage ?',
  ),
  [
    offer('no', say('Hayır', 'No', 'No', 'Non')),
    offer(
      'call_me',
      say('Lütfen beni arayınız', 'Please call me', 'Prefiero que me llamen', 'Merci de m’appeler'),
    ),
  ],
)

/** The hotel and the meals. */
export const stay = section(
  'stay',
  { label: say('Konaklama ve yemek', 'Hotel and meals', 'Alojamiento y comidas', 'Hébergement et repas') },
  room,
  meals,
  assistance,
)
