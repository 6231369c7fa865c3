import { offer, selectMultiple, selectOne } from '../choices.ts'
import { calculate, say, section, together } from '../rows.ts'
import { byLimits, pointsName, scoredNumber, scoredOne } from '../scoring.ts'
import { countries } from './countries.ts'

const exportsNow = "${B1} = 'occasionally' or ${B1} = 'regularly'"

/** B: what the firm has exported so far. */
export const heritage = section(
  'B_heritage',
  {
    label: say(
      'B · İhracat geçmişi',
      'B · Export history',
      'B · Trayectoria exportadora',
      'B · Expérience de l’export',
    ),
  },
  scoredOne(
    'B1',
    say(
      'İhracat yapıyor musunuz?',
      'Do you export?',
      '¿Exporta su empresa?',
      'Votre entreprise exporte-t-elle ?',
    ),
    [
      offer('never', say('Hiç yapmadık', 'Never', 'Nunca', 'Jamais'), { points: 0 }),
      offer(
        'stopped',
        say('Yapıyorduk, bıraktık', 'We did, but stopped', 'Antes sí, ahora no', 'Avant, plus maintenant'),
        {
          points: 2,
        },
      ),
      offer('occasionally', say('Ara sıra', 'Now and then', 'De vez en cuando', 'De temps en temps'), {
        points: 5,
      }),
      offer('regularly', say('Düzenli olarak', 'Regularly', 'Con regularidad', 'Régulièrement'), {
        points: 10,
      }),
    ],
  ),
  scoredNumber(
    'B2',
    say(
      'İhracatın satışlarınız içindeki payı yüzde kaç?',
      'What percentage of your sales are exports?',
      '¿Qué porcentaje de sus ventas son exportaciones?',
      'Quelle part de vos ventes, en pourcentage, réalisez-vous à l’export ?',
    ),
    [
      [50, 10],
      [25, 8],
      [10, 5],
      [0, 2],
    ],
    { relevant: exportsNow, ...percentage() },
  ),
  together(
    selectMultiple(
      'B3',
      say(
        'Son 3 yılda hangi ülkelere ihracat yaptınız?',
        'Which countries have you sold to in the last 3 years?',
        '¿A qué países ha vendido en los últimos 3 años?',
        'Dans quels pays avez-vous vendu ces 3 dernières années ?',
      ),
      countries,
      { orOther: true, cells: { relevant: exportsNow } },
    ),
    calculate(
      pointsName('B3'),
      byLimits('count-selected(${B3})', [
        [5, 10],
        [2, 6],
        [1, 3],
      ]),
    ),
  ),
  scoredOne(
    'B4',
    say(
      'İspanya veya Fransa ile deneyiminiz var mı?',
      'Do you have experience with Spain or France?',
      '¿Tiene experiencia con España o Francia?',
      'Avez-vous une expérience avec l’Espagne ou la France ?',
    ),
    [
      offer('none', say('Yok', 'None', 'Ninguna', 'Aucune'), { points: 0 }),
      offer(
        'enquiries',
        say('Talep aldık', 'We had enquiries', 'Hemos recibido consultas', 'Demandes reçues'),
        {
          points: 3,
        },
      ),
      offer(
        'quotes',
        say('Numune / teklif verdik', 'Samples or quotations', 'Muestras u ofertas', 'Échantillons ou devis'),
        { points: 6 },
      ),
      offer('sales', say('Satış yaptık', 'We have sold', 'Hemos vendido', 'Ventes réalisées'), {
        points: 10,
      }),
    ],
  ),
  selectMultiple(
    'B5',
    say(
      'İhracatın önündeki başlıca engeller neler?',
      'What keeps you from exporting?',
      '¿Qué le impide exportar?',
      'Qu’est-ce qui vous empêche d’exporter ?',
    ),
    [
      offer(
        'customers',
        say('Müşteri bulamamak', 'No customers found', 'No encontrar clientes', 'Pas de clients trouvés'),
      ),
      offer('price', say('Fiyat', 'Price', 'Precio', 'Prix')),
      offer('certificates', say('Belgeler', 'Certificates', 'Certificados', 'Certifications')),
      offer('staff', say('Dil / personel', 'Language / staff', 'Idiomas / personal', 'Langues / personnel')),
      offer('finance', say('Finansman', 'Finance', 'Financiación', 'Financement')),
      offer('capacity', say('Kapasite', 'Capacity', 'Capacidad', 'Capacité')),
      offer('paperwork', say('Bürokrasi', 'Paperwork', 'Trámites', 'Formalités')),
      offer('no_interest', say('İlgilenmiyoruz', 'No interest', 'Sin interés', 'Pas d’intérêt')),
    ],
    { orOther: true, most: 3, cells: { relevant: "${B1} = 'never' or ${B1} = 'stopped'" } },
  ),
  selectOne(
    'B6',
    say(
      'Son 3 yılın ortalama yıllık ihracatınız (ABD doları)',
      'Your average yearly exports over 3 years (US dollars)',
      'Su media anual de exportaciones en 3 años (dólares)',
      'Vos exportations annuelles moyennes sur 3 ans (dollars)',
    ),
    [
      offer(
        'below_0_5m',
        say('500 bin altı', 'Below 0.5 million', 'Menos de 0,5 millones', 'Moins de 0,5 million'),
      ),
      offer('0_5_10m', say('500 bin – 10 milyon', '0.5–10 million', '0,5–10 millones', '0,5–10 millions')),
      offer('10_25m', say('10–25 milyon', '10–25 million', '10–25 millones', '10–25 millions')),
      offer('25_50m', say('25–50 milyon', '25–50 million', '25–50 millones', '25–50 millions')),
      offer('50_100m', say('50–100 milyon', '50–100 million', '50–100 millones', '50–100 millions')),
      offer(
        'above_100m',
        say('100 milyon üzeri', 'Above 100 million', 'Más de 100 millones', 'Plus de 100 millions'),
      ),
      offer('cannot_say', say('Bilemiyorum', 'I cannot say', 'No lo sé', 'Je ne sais pas')),
    ],
    {
      cells: {
        relevant: "${B1} = 'regularly'",
        guidance_hint: say(
          'İhracatçılara tanınan hususi (yeşil) pasaport hakkı bu ortalamaya bağlıdır.',
          'Whether exporters may have special (green) Turkish passports depends on this average.',
          'De esta media depende el derecho de los exportadores al pasaporte especial (verde) turco.',
          'Le droit des exportateurs au passeport spécial (vert) turc dépend de cette moyenne.',
        ),
      },
    },
  ),
)

/** A whole number from 0 to 100. */
export function percentage() {
  return {
    constraint: '. >= 0 and . <= 100',
    constraint_message: say(
      'Lütfen 0 ile 100 arasında bir sayı yazınız.',
      'Please write a number from 0 to 100.',
      'Escriba un número del 0 al 100.',
      'Veuillez écrire un nombre de 0 à 100.',
    ),
  }
}
