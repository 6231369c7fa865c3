import { offer, selectOne, yesNo } from '../choices.ts'
import { question, say, section, together } from '../rows.ts'

const insurance = selectOne(
  'insurance',
  say(
    'Tüm seyahati kapsayan, en az 30.000 € teminatlı seyahat sağlık sigortanız var mı?',
    'Do you have travel health insurance of at least €30,000 for the whole trip?',
    '¿Tiene un seguro médico de viaje de al menos 30.000 € para todo el viaje?',
    'Avez-vous une assurance santé voyage d’au moins 30 000 € pour tout le voyage ?',
  ),
  [
    offer('own', say('Evet', 'Yes', 'Sí', 'Oui')),
    offer(
      'chamber',
      say(
        'Odanın yapmasını istiyorum',
        'The chamber should arrange it',
        'Que la gestione la cámara',
        'La chambre s’en charge',
      ),
    ),
    offer(
      'later',
      say(
        'Sonra kendim yaptıracağım',
        'I will get one later',
        'La contrataré más adelante',
        'Je la prendrai plus tard',
      ),
    ),
  ],
)

const ownFlight = "${flight} = 'own'"

const flight = together(
  selectOne(
    'flight',
    say('Uçuşunuz nasıl olacak?', 'How will you fly?', '¿Cómo volará?', 'Comment prendrez-vous l’avion ?'),
    [
      offer('group', say('Grupla birlikte', 'With the group', 'Con el grupo', 'Avec le groupe')),
      offer('own', say('Kendi uçuşumla', 'On my own flight', 'En mi propio vuelo', 'Avec mon propre vol')),
    ],
  ),
  question(
    'text',
    'own_flight',
    say('Uçuş numaranız', 'Your flight number', 'Número de su vuelo', 'Le numéro de votre vol'),
    {
      relevant: ownFlight,
      required: 'no',
      hint: say('Örneğin: TK 1853', 'For example: TK 1853', 'Por ejemplo: TK 1853', 'Par exemple : TK 1853'),
      constraint: "regex(., '^[A-Za-z0-9]{2,3} ?[0-9]{1,4}[A-Za-z]?$')",
      constraint_message: say(
        'Lütfen şöyle yazınız: TK 1853',
        'Please write it like this: TK 1853',
        'Escríbalo así: TK 1853',
        'Veuillez l’écrire ainsi : TK 1853',
      ),
    },
  ),
  // A day and a time by themselves: a moment would be kept by the clock of whoever answers, not of where they land.
  question(
    'date',
    'own_arrival_day',
    say(
      'Hangi gün varıyorsunuz?',
      'On which day do you arrive?',
      '¿Qué día llega?',
      'Quel jour arrivez-vous ?',
    ),
    { relevant: ownFlight, required: 'no', default: '${enters_on}' },
  ),
  question(
    'time',
    'own_arrival_time',
    say(
      'Saat kaçta? (varış yerinin saatiyle)',
      'At what time? (local time there)',
      '¿A qué hora? (hora local del destino)',
      'À quelle heure ? (heure locale sur place)',
    ),
    { relevant: ownFlight, required: 'no' },
  ),
  selectOne(
    'boarding_point',
    say(
      'Gruba nerede katılacaksınız?',
      'Where will you join the group?',
      '¿Dónde se unirá al grupo?',
      'Où rejoindrez-vous le groupe ?',
    ),
    [
      offer('eskisehir', say('Eskişehir, ESO', 'Eskişehir, ESO', 'Eskişehir, ESO', 'Eskişehir, ESO')),
      offer(
        'istanbul',
        say('İstanbul Havalimanı', 'Istanbul Airport', 'Aeropuerto de Estambul', 'Aéroport d’Istanbul'),
      ),
      offer('ankara', say('Ankara', 'Ankara', 'Ankara', 'Ankara')),
      offer(
        'own_way',
        say('Kendim ulaşacağım', 'I will make my own way', 'Llegaré por mi cuenta', 'Par mes propres moyens'),
      ),
    ],
    { cells: { relevant: "${flight} = 'group'" } },
  ),
)

const samples = together(
  selectOne(
    'samples',
    say(
      'Numune veya takım taşıyacak mısınız?',
      'Will you carry samples or tools?',
      '¿Llevará muestras o herramientas?',
      'Emporterez-vous des échantillons ou des outils ?',
    ),
    yesNo,
    { list: 'yes_no' },
  ),
  question(
    'text',
    'samples_what',
    say('Neler taşıyacaksınız?', 'What will you carry?', '¿Qué llevará?', 'Qu’emporterez-vous ?'),
    {
      relevant: "${samples} = 'yes'",
      hint: say(
        'ATA karnesi gerekip gerekmediğine bakacağız.',
        'We check whether an ATA carnet is needed.',
        'Comprobaremos si hace falta un cuaderno ATA.',
        'Nous vérifierons s’il faut un carnet ATA.',
      ),
    },
  ),
)

/** Insurance, flight, where somebody joins, and what they carry. */
export const journey = section(
  'journey',
  { label: say('Yolculuk', 'Journey', 'Viaje', 'Voyage') },
  insurance,
  flight,
  samples,
)
