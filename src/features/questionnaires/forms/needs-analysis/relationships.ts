import { none, offer } from '../choices.ts'
import { say, section } from '../rows.ts'
import { scoredMultiple, scoredNumber, scoredOne } from '../scoring.ts'

/** F: whom the firm knows. */
export const relationships = section(
  'F_relationships',
  { label: say('F · İlişkiler', 'F · Relationships', 'F · Relaciones', 'F · Relations') },
  scoredMultiple(
    'F1',
    say(
      'Bugün yurt dışında hangi bağlantılarınız var?',
      'Which contacts abroad do you have today?',
      '¿Qué contactos tiene hoy en el extranjero?',
      'Quels contacts avez-vous aujourd’hui à l’étranger ?',
    ),
    [
      offer('agent', say('Temsilci', 'Agent', 'Agente', 'Agent'), { points: 3 }),
      offer('distributor', say('Distribütör', 'Distributor', 'Distribuidor', 'Distributeur'), { points: 3 }),
      offer('customer', say('Düzenli müşteri', 'Regular customer', 'Cliente habitual', 'Client régulier'), {
        points: 4,
      }),
      offer(
        'partner',
        say(
          'Ar-Ge / iş ortağı',
          'R&D or joint-venture partner',
          'Socio de I+D o empresa conjunta',
          'Partenaire R&D ou coentreprise',
        ),
        { points: 3 },
      ),
      none(say('Hiçbiri', 'None', 'Ninguno', 'Aucun'), { points: 0 }),
    ],
  ),
  scoredNumber(
    'F2',
    say(
      'Son 3 yılda yurt dışında kaç fuara ve ikili iş görüşmesi etkinliğine katıldınız?',
      'How many fairs and B2B events abroad did you attend in the last 3 years?',
      '¿En cuántas ferias y encuentros B2B en el extranjero ha participado en los últimos 3 años?',
      'À combien de salons et de rencontres B2B à l’étranger avez-vous participé ces 3 dernières années ?',
    ),
    [
      [6, 10],
      [3, 7],
      [1, 4],
    ],
    {
      constraint: '. >= 0 and . <= 50',
      constraint_message: say(
        'Lütfen 0 ile 50 arasında bir sayı yazınız.',
        'Please write a number from 0 to 50.',
        'Escriba un número del 0 al 50.',
        'Veuillez écrire un nombre de 0 à 50.',
      ),
    },
  ),
  scoredOne(
    'F3',
    say(
      'Diğer küme üyeleriyle ortak teklif verir miydiniz?',
      'Would you bid jointly with other cluster members?',
      '¿Presentaría ofertas conjuntas con otros miembros del clúster?',
      'Feriez-vous une offre commune avec d’autres membres du cluster ?',
    ),
    [
      offer('no', say('Hayır', 'No', 'No', 'Non'), { points: 0 }),
      offer('perhaps', say('Belki', 'Perhaps', 'Quizás', 'Peut-être'), { points: 5 }),
      offer('yes', say('Evet', 'Yes', 'Sí', 'Oui'), { points: 10 }),
    ],
  ),
)
