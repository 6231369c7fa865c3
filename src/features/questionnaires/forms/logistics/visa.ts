import { offer, selectOne } from '../choices.ts'
import { note, question, say, section, together } from '../rows.ts'

const rights = together(
  selectOne(
    'right_to_stay',
    say(
      'Bir AB / Schengen ülkesinden başka bir hakkınız var mı?',
      'Do you have another right from an EU / Schengen country?',
      '¿Tiene algún otro derecho de un país de la UE / Schengen?',
      'Avez-vous un autre droit dans un pays de l’UE / Schengen ?',
    ),
    [
      offer('no', say('Hayır', 'No', 'No', 'Non')),
      offer(
        'second_nationality',
        say(
          'Evet, ikinci uyruk',
          'Yes, a second nationality',
          'Sí, segunda nacionalidad',
          'Oui, une seconde nationalité',
        ),
      ),
      offer(
        'residence_permit',
        say(
          'Evet, oturma izni',
          'Yes, a residence permit',
          'Sí, permiso de residencia',
          'Oui, un titre de séjour',
        ),
      ),
    ],
    {
      cells: {
        guidance_hint: say(
          'İkinci uyruğunuz ya da geçerli bir oturma izniniz varsa vize gerekmeyebilir.',
          'With a second nationality or a valid residence permit you may not need a visa.',
          'Con una segunda nacionalidad o un permiso de residencia válido puede que no necesite visado.',
          'Avec une seconde nationalité ou un titre de séjour valable, un visa peut être inutile.',
        ),
      },
    },
  ),
  question(
    'date',
    'residence_until',
    say(
      'Oturma izniniz hangi ay sona eriyor?',
      'In which month does your residence permit end?',
      '¿En qué mes termina su permiso de residencia?',
      'Quel mois votre titre de séjour expire-t-il ?',
    ),
    { appearance: 'month-year', relevant: "${right_to_stay} = 'residence_permit'" },
  ),
  note(
    'residence_short',
    say(
      '📅 Oturma izniniz seyahat bitmeden sona eriyor; yenilenmesi ya da vize gerekir. Koordinatörünüz sizinle ilgilenecek.',
      '📅 Your residence permit ends before the trip does, so it has to be renewed, or a visa is needed. Your coordinator will get in touch.',
      '📅 Su permiso de residencia termina antes que el viaje: habrá que renovarlo o pedir un visado. La coordinación se pondrá en contacto con usted.',
      '📅 Votre titre de séjour expire avant la fin du voyage : il faudra le renouveler ou demander un visa. L’équipe de coordination vous contactera.',
    ),
    // The month alone is known: in that of the return it may be valid long enough.
    "${right_to_stay} = 'residence_permit' and ${leaves_on} != '' and ${residence_until} < ${leaves_on} and format-date(${residence_until}, '%Y-%m') != format-date(${leaves_on}, '%Y-%m')",
  ),
)

const state = together(
  selectOne(
    'visa_state',
    say(
      'Schengen vizeniz ne durumda?',
      'How is your Schengen visa?',
      '¿Cómo está su visado Schengen?',
      'Où en est votre visa Schengen ?',
    ),
    [
      offer(
        'valid',
        say('Geçerli vizem var', 'I have a valid visa', 'Tengo un visado válido', 'J’ai un visa valable'),
      ),
      offer('applied', say('Başvurdum, bekliyorum', 'I have applied', 'Lo he solicitado', 'Demande déposée')),
      offer('appointment', say('Randevum var', 'I have an appointment', 'Tengo cita', 'J’ai un rendez-vous')),
      offer('not_yet', say('Henüz başlamadım', 'Not begun yet', 'Aún no he empezado', 'Pas encore commencé')),
    ],
    { cells: { relevant: "${right_to_stay} = 'no'" } },
  ),
  question(
    'date',
    'visa_appointment',
    say(
      'Randevunuz hangi gün?',
      'On which day is your appointment?',
      '¿Qué día tiene la cita?',
      'Quel jour avez-vous rendez-vous ?',
    ),
    { relevant: "${visa_state} = 'appointment'" },
  ),
  note(
    'visa_late',
    say(
      '📅 Bu randevu, dosyanın verilmesi gereken son günden sonra (${visa_file_by_shown}). Lütfen daha erken bir gün arayınız; koordinatörünüz yardımcı olur.',
      '📅 This appointment is after the last safe day for the file (${visa_file_by_shown}). Please look for an earlier one; your coordinator helps.',
      '📅 La cita es posterior al último día seguro para el expediente (${visa_file_by_shown}). Busque otra anterior; la coordinación le ayudará.',
      '📅 Ce rendez-vous tombe après la dernière date sûre pour le dossier (${visa_file_by_shown}). Cherchez-en un plus tôt ; l’équipe de coordination vous aidera.',
    ),
    "${visa_state} = 'appointment' and ${visa_file_by} != '' and ${visa_appointment} > ${visa_file_by}",
  ),
  note(
    'visa_begin',
    say(
      '📅 Lütfen vize randevunuzu şimdi alınız. Dosyanın verilmesi gereken son gün: ${visa_file_by_shown}.',
      '📅 Please book your visa appointment now. Last safe day for the file: ${visa_file_by_shown}.',
      '📅 Pida ahora su cita para el visado. Último día seguro para el expediente: ${visa_file_by_shown}.',
      '📅 Veuillez prendre rendez-vous pour le visa dès maintenant. Dernière date sûre pour le dossier : ${visa_file_by_shown}.',
    ),
    "${visa_state} = 'not_yet' and ${visa_file_by} != ''",
  ),
)

const granted = together(
  question(
    'date',
    'visa_until',
    say(
      'Vizeniz hangi güne kadar geçerli?',
      'Until which day is your visa valid?',
      '¿Hasta qué día es válido su visado?',
      'Jusqu’à quel jour votre visa est-il valable ?',
    ),
    {
      relevant: "${visa_state} = 'valid'",
      constraint: '. >= today()',
      constraint_message: say(
        'Bu tarih geçmiş. Vizenizin süresi dolduysa bir önceki soruya dönüp durumunu değiştiriniz.',
        'That day has passed. If your visa has expired, please go back and change how it stands.',
        'Esa fecha ya ha pasado. Si su visado ha caducado, vuelva atrás y cambie su situación.',
        'Cette date est passée. Si votre visa a expiré, revenez en arrière et modifiez sa situation.',
      ),
    },
  ),
  selectOne(
    'visa_entries',
    say(
      'Vizeniz kaç girişli?',
      'How many entries does it allow?',
      '¿Cuántas entradas permite?',
      'Combien d’entrées permet-il ?',
    ),
    [
      offer('one', say('Tek giriş', 'Single entry', 'Una entrada', 'Une entrée')),
      offer('two', say('İki giriş', 'Two entries', 'Dos entradas', 'Deux entrées')),
      offer('multiple', say('Çok giriş', 'Multiple entries', 'Múltiples', 'Entrées multiples')),
    ],
    { cells: { relevant: "${visa_state} = 'valid'" } },
  ),
  question(
    'integer',
    'visa_days_left',
    say(
      'Vizenizde kaç günlük kalış hakkınız kaldı?',
      'How many days of stay are left on your visa?',
      '¿Cuántos días de estancia le quedan en el visado?',
      'Combien de jours de séjour vous reste-t-il sur ce visa ?',
    ),
    {
      relevant: "${visa_state} = 'valid'",
      constraint: '. >= 0 and . <= 90',
      constraint_message: say(
        'Lütfen 0 ile 90 arasında bir sayı yazınız.',
        'Please write a number from 0 to 90.',
        'Escriba un número del 0 al 90.',
        'Veuillez écrire un nombre de 0 à 90.',
      ),
    },
  ),
  note(
    'visa_short',
    say(
      '📅 Bu vize seyahatin tamamını kapsamıyor; yeni bir vize gerekir. Koordinatörünüz sizinle ilgilenecek.',
      '📅 This visa does not cover the whole trip, so a new one is needed. Your coordinator will get in touch.',
      '📅 Este visado no cubre todo el viaje; hace falta uno nuevo. La coordinación se pondrá en contacto con usted.',
      '📅 Ce visa ne couvre pas tout le voyage ; il en faut un nouveau. L’équipe de coordination vous contactera.',
    ),
    "${visa_state} = 'valid' and (${visa_until} < ${leaves_on} or ${visa_days_left} < ${trip_days})",
  ),
)

/** Only for passports that need one. */
export const visa = section(
  'visa',
  { label: say('Vize', 'Visa', 'Visado', 'Visa'), relevant: '${needs_visa} = 1' },
  rights,
  state,
  granted,
)
