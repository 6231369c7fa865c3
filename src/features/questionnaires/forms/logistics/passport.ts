import { offer, selectOne, yesNo } from '../choices.ts'
import { calculate, note, question, say, section, together } from '../rows.ts'
import { renewBy } from './schengen-days.ts'

const document = together(
  selectOne(
    'passport_type',
    say(
      'Hangi pasaportla seyahat edeceksiniz?',
      'Which passport will you travel with?',
      '¿Con qué pasaporte viajará?',
      'Avec quel passeport voyagerez-vous ?',
    ),
    [
      offer(
        'ordinary',
        say('Bordo (umuma mahsus)', 'Ordinary (maroon)', 'Ordinario (burdeos)', 'Ordinaire (bordeaux)'),
      ),
      offer('special', say('Yeşil (hususi)', 'Special (green)', 'Especial (verde)', 'Spécial (vert)')),
      offer('service', say('Gri (hizmet)', 'Service (grey)', 'De servicio (gris)', 'De service (gris)')),
      offer(
        'diplomatic',
        say('Siyah (diplomatik)', 'Diplomatic (black)', 'Diplomático (negro)', 'Diplomatique (noir)'),
      ),
      offer(
        'foreign',
        say(
          'Başka bir ülkenin pasaportu',
          'Passport of another country',
          'Pasaporte de otro país',
          'Passeport d’un autre pays',
        ),
      ),
    ],
    {
      cells: {
        guidance_hint: say(
          'Vize gerekip gerekmediği pasaport türüne bağlıdır; sonraki soruları buna göre seçiyoruz.',
          'Whether a visa is needed depends on the type of passport; it decides what else we ask.',
          'De este dato depende si hace falta visado y qué más le preguntaremos.',
          'La nécessité d’un visa en dépend, ainsi que les questions suivantes.',
        ),
      },
    },
  ),
  selectOne(
    'foreign_visa',
    say(
      'Bu pasaportla Schengen bölgesi için vize gerekiyor mu?',
      'Does this passport need a visa for the Schengen area?',
      '¿Ese pasaporte requiere visado para el espacio Schengen?',
      'Ce passeport nécessite-t-il un visa pour l’espace Schengen ?',
    ),
    [
      offer(
        'eu',
        say(
          'Hayır, AB / Schengen ülkesinin',
          'No, it is an EU / Schengen one',
          'No, es de la UE / Schengen',
          'Non, passeport UE / Schengen',
        ),
      ),
      offer(
        'exempt',
        say('Hayır, vizeden muaf', 'No, it is exempt', 'No, está exento', 'Non, il en est dispensé'),
      ),
      offer('needed', say('Evet, gerekiyor', 'Yes, it does', 'Sí, lo requiere', 'Oui, il en faut un')),
      offer('unsure', say('Emin değilim', 'I am not sure', 'No lo sé con certeza', 'Je ne sais pas')),
    ],
    { cells: { relevant: "${passport_type} = 'foreign'" } },
  ),
  calculate(
    'needs_visa',
    "if(${passport_type} = 'ordinary' or ${foreign_visa} = 'needed' or ${foreign_visa} = 'unsure', 1, 0)",
  ),
)

/** The month is enough, unless it is the one in which the passport has to be valid still. */
const validity = together(
  question(
    'date',
    'passport_expiry_month',
    say(
      'Pasaportunuzun geçerliliği hangi ay sona eriyor?',
      'In which month does your passport expire?',
      '¿En qué mes caduca su pasaporte?',
      'Quel mois votre passeport expire-t-il ?',
    ),
    { appearance: 'month-year' },
  ),
  question(
    'date',
    'passport_expiry_date',
    say(
      'O ayın hangi günü? Lütfen tam tarihi belirtiniz.',
      'On which day of that month? Please give the full date.',
      '¿Qué día de ese mes? Indique la fecha completa.',
      'Quel jour de ce mois ? Veuillez indiquer la date complète.',
    ),
    {
      relevant: "${needed_month} != '' and format-date(${passport_expiry_month}, '%Y-%m') = ${needed_month}",
      constraint: "format-date(., '%Y-%m') = format-date(${passport_expiry_month}, '%Y-%m')",
      constraint_message: say(
        'Lütfen az önce belirttiğiniz aydan bir gün seçiniz.',
        'Please choose a day of the month you have just given.',
        'Elija un día del mes que acaba de indicar.',
        'Veuillez choisir un jour du mois que vous venez d’indiquer.',
      ),
      guidance_hint: say(
        'Pasaportun Schengen bölgesinden ayrıldıktan sonra üç ay daha geçerli olması gerekir; sizinki tam o ayda bitiyor.',
        'A passport has to be valid for three months after leaving the Schengen area; yours ends in that very month.',
        'El pasaporte debe ser válido tres meses después de salir del espacio Schengen; el suyo termina justo ese mes.',
        'Le passeport doit rester valable trois mois après la sortie de l’espace Schengen ; le vôtre expire ce mois-là.',
      ),
    },
  ),
  selectOne(
    'passport_is_recent',
    say(
      'Pasaportunuz şu tarihten sonra mı verildi: ${passport_issued_after_shown}?',
      'Was your passport issued after ${passport_issued_after_shown}?',
      '¿Su pasaporte se expidió después del ${passport_issued_after_shown}?',
      'Votre passeport a-t-il été délivré après le ${passport_issued_after_shown} ?',
    ),
    yesNo,
    { list: 'yes_no', cells: { relevant: "${passport_issued_after} != ''" } },
  ),
)

const isTooShort =
  "${passport_needed_until} != '' and if(${passport_expiry_date} != '', ${passport_expiry_date} < ${passport_needed_until}, format-date(${passport_expiry_month}, '%Y-%m') != ${needed_month} and ${passport_expiry_month} < ${passport_needed_until})"

const renewing = together(
  renewBy,
  calculate('passport_is_short', `if(${isTooShort}, 1, 0)`),
  calculate('passport_is_old', "if(${passport_is_recent} = 'no', 1, 0)"),
  calculate('renewal_is_urgent', "if(${renew_by} != '' and ${renew_by} < today(), 1, 0)"),
  note(
    'passport_short',
    say(
      '🛂 Pasaportunuzun en az şu tarihe kadar geçerli olması gerekiyor: ${passport_needed_until_shown}.',
      '🛂 Your passport has to be valid until at least ${passport_needed_until_shown}.',
      '🛂 Su pasaporte debe ser válido al menos hasta el ${passport_needed_until_shown}.',
      '🛂 Votre passeport doit être valable au moins jusqu’au ${passport_needed_until_shown}.',
    ),
    '${passport_is_short} = 1',
  ),
  note(
    'passport_old',
    say(
      '🛂 Schengen bölgesine girişte on yıldan eski pasaportlar kabul edilmiyor.',
      '🛂 Passports that are older than ten years are not accepted on entering the Schengen area.',
      '🛂 Al entrar en el espacio Schengen no se aceptan pasaportes de más de diez años.',
      '🛂 Les passeports de plus de dix ans ne sont pas acceptés à l’entrée de l’espace Schengen.',
    ),
    '${passport_is_old} = 1',
  ),
  note(
    'passport_renew',
    say(
      'Lütfen pasaportunuzu en geç ${renew_by_shown} tarihine kadar yenileyiniz. Yeriniz sizin için ayrılmış durumda; yeni pasaportunuzu alınca bu formu güncelleyiniz.',
      'Please renew it by ${renew_by_shown}. Your seat is kept; update this form when you have the new passport.',
      'Renuévelo a más tardar el ${renew_by_shown}. Su plaza sigue reservada; actualice este formulario cuando tenga el nuevo.',
      'Veuillez le renouveler au plus tard le ${renew_by_shown}. Votre place reste réservée ; mettez ce formulaire à jour dès que vous aurez le nouveau.',
    ),
    '(${passport_is_short} = 1 or ${passport_is_old} = 1) and ${renewal_is_urgent} = 0',
  ),
  note(
    'passport_renew_now',
    say(
      'Lütfen pasaportunuzu hemen yenileyiniz ve koordinatörünüze haber veriniz. Yeriniz sizin için ayrılmış durumda.',
      'Please renew it at once and tell your coordinator. Your seat is kept.',
      'Renuévelo cuanto antes y avise a la coordinación. Su plaza sigue reservada.',
      'Veuillez le renouveler sans attendre et prévenir l’équipe de coordination. Votre place reste réservée.',
    ),
    '(${passport_is_short} = 1 or ${passport_is_old} = 1) and ${renewal_is_urgent} = 1',
  ),
)

/** Of the passport only its type and how long it is valid; a failing one is to be renewed, and nobody is turned away. */
export const passport = section(
  'passport',
  { label: say('Pasaport', 'Passport', 'Pasaporte', 'Passeport') },
  document,
  validity,
  renewing,
)
