import { offer, selectMultiple } from '../choices.ts'
import { question, say, section, together } from '../rows.ts'
import { scoredOne } from '../scoring.ts'
import { wishes } from './wishes.ts'

const plans = together(
  scoredOne(
    'G1',
    say(
      'İhracat planınız var mı?',
      'Do you have an export plan?',
      '¿Tiene un plan de exportación?',
      'Avez-vous un plan d’exportation ?',
    ),
    [
      offer('none', say('Yok', 'No', 'No', 'Non'), { points: 0 }),
      offer('in_mind', say('Aklımızda var', 'In our heads', 'Lo tenemos en mente', 'En tête seulement'), {
        points: 4,
      }),
      offer(
        'written',
        say(
          'Yazılı ve hedefli',
          'Written, with targets',
          'Por escrito y con metas',
          'Écrit, avec des objectifs',
        ),
        { points: 10 },
      ),
    ],
  ),
  scoredOne(
    'G2',
    say(
      'Yönetim, zamanının ne kadarını ihracata ayırıyor?',
      'How much time does the management give to exports?',
      '¿Cuánto tiempo dedica la dirección a la exportación?',
      'Quelle part de son temps la direction consacre-t-elle à l’export ?',
    ),
    [
      offer('none', say('Hiç', 'None', 'Nada', 'Aucune'), { points: 0 }),
      offer('under_10', say('%10’dan az', 'Less than 10%', 'Menos del 10 %', 'Moins de 10 %'), { points: 3 }),
      offer('10_25', say('%10–25', '10–25%', '10–25 %', '10–25 %'), { points: 7 }),
      offer('over_25', say('%25’ten fazla', 'More than 25%', 'Más del 25 %', 'Plus de 25 %'), { points: 10 }),
    ],
  ),
  selectMultiple(
    'G3',
    say(
      'Önümüzdeki 24 ayda hedef pazarlarınız hangileri?',
      'Which are your target markets for the next 24 months?',
      '¿Cuáles son sus mercados objetivo para los próximos 24 meses?',
      'Quels sont vos marchés cibles pour les 24 prochains mois ?',
    ),
    [
      offer('spain', say('İspanya', 'Spain', 'España', 'Espagne')),
      offer('france', say('Fransa', 'France', 'Francia', 'France')),
      offer('germany', say('Almanya', 'Germany', 'Alemania', 'Allemagne')),
      offer('italy', say('İtalya', 'Italy', 'Italia', 'Italie')),
      offer('uk', say('Birleşik Krallık', 'United Kingdom', 'Reino Unido', 'Royaume-Uni')),
      offer('poland', say('Polonya', 'Poland', 'Polonia', 'Pologne')),
      offer('balkans', say('Balkanlar', 'The Balkans', 'Balcanes', 'Balkans')),
      offer('middle_east', say('Orta Doğu', 'Middle East', 'Oriente Medio', 'Moyen-Orient')),
      offer('north_africa', say('Kuzey Afrika', 'North Africa', 'Norte de África', 'Afrique du Nord')),
      offer('central_asia', say('Orta Asya', 'Central Asia', 'Asia Central', 'Asie centrale')),
      offer('usa', say('ABD', 'USA', 'EE. UU.', 'États-Unis')),
    ],
    { orOther: true, most: 3 },
  ),
)

const closing = together(
  question(
    'range',
    'G7',
    say(
      'AB’ye ihracat için kendinizi ne kadar hazır görüyorsunuz? (1: hiç, 10: tamamen)',
      'How ready do you feel to export to the EU? (1: not at all, 10: fully)',
      '¿Hasta qué punto se ve en condiciones de exportar a la UE? (1: nada, 10: del todo)',
      'À quel point vous sentez-vous en mesure d’exporter vers l’UE ? (1 : pas du tout, 10 : tout à fait)',
    ),
    { parameters: 'start=1 end=10 step=1' },
  ),
  question(
    'text',
    'G8',
    say(
      'Eklemek istedikleriniz',
      'Anything else?',
      '¿Desea añadir algo?',
      'Souhaitez-vous ajouter quelque chose ?',
    ),
    { required: 'no' },
  ),
)

/** G: what the firm intends, and what it needs for it. */
export const engagement = section(
  'G_engagement',
  {
    label: say(
      'G · Kararlılık ve ihtiyaçlar',
      'G · Engagement and needs',
      'G · Compromiso y necesidades',
      'G · Engagement et besoins',
    ),
  },
  plans,
  wishes,
  closing,
)
