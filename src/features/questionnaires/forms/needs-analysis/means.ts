import { none, offer } from '../choices.ts'
import { calculate, question, same, say, section } from '../rows.ts'
import { pointsName, scoredMultiple, scoredOne } from '../scoring.ts'
import { percentage } from './heritage.ts'

/** E: capacity, money and tools. */
export const means = section(
  'E_means',
  { label: say('E · İmkânlar', 'E · Means', 'E · Medios', 'E · Moyens') },
  question(
    'integer',
    'E1',
    say(
      'Kapasite kullanım oranınız şu anda yüzde kaç?',
      'What percentage of your capacity do you use now?',
      '¿Qué porcentaje de su capacidad utiliza ahora?',
      'Quel pourcentage de votre capacité utilisez-vous actuellement ?',
    ),
    percentage(),
  ),
  // The fuller a firm is, the less it can take on; nothing for what was not answered.
  calculate(pointsName('E1'), 'if(${E1} <= 70, 10, if(${E1} <= 85, 6, if(${E1} <= 95, 3, 0)))'),
  scoredOne(
    'E2',
    say(
      'İlk numune / prototip ne kadar sürede hazır olur?',
      'How long does a first sample or prototype take?',
      '¿Cuánto tarda una primera muestra o prototipo?',
      'En combien de temps livrez-vous un premier échantillon ou prototype ?',
    ),
    [
      offer(
        'over_12',
        say('12 haftadan uzun', 'More than 12 weeks', 'Más de 12 semanas', 'Plus de 12 semaines'),
        {
          points: 0,
        },
      ),
      offer('8_12', say('8–12 hafta', '8–12 weeks', '8–12 semanas', '8–12 semaines'), { points: 4 }),
      offer('4_8', say('4–8 hafta', '4–8 weeks', '4–8 semanas', '4–8 semaines'), { points: 7 }),
      offer(
        'under_4',
        say('4 haftadan kısa', 'Less than 4 weeks', 'Menos de 4 semanas', 'Moins de 4 semaines'),
        {
          points: 10,
        },
      ),
    ],
  ),
  scoredOne(
    'E3',
    say(
      'Büyük bir ihracat siparişini nasıl finanse edersiniz?',
      'How would you finance a big export order?',
      '¿Cómo financiaría un gran pedido de exportación?',
      'Comment financeriez-vous une grosse commande à l’export ?',
    ),
    [
      offer('could_not', say('Edemeyiz', 'We could not', 'No podríamos', 'Nous ne le pourrions pas'), {
        points: 0,
      }),
      offer(
        'advance',
        say(
          'Yalnızca müşteri avansıyla',
          'Customer advance only',
          'Solo con anticipo',
          'Avance du client seulement',
        ),
        { points: 4 },
      ),
      offer('bank', say('Banka / Eximbank', 'Bank / Eximbank', 'Banco / Eximbank', 'Banque / Eximbank'), {
        points: 8,
      }),
      offer('own_funds', say('Öz kaynakla', 'Own funds', 'Fondos propios', 'Fonds propres'), { points: 10 }),
    ],
  ),
  scoredMultiple(
    'E4',
    say('Dijital kanallarınız', 'Your digital channels', 'Sus canales digitales', 'Vos canaux numériques'),
    [
      offer(
        'website_en',
        say('İngilizce web sitesi', 'English website', 'Web en inglés', 'Site web en anglais'),
        { points: 3 },
      ),
      offer(
        'catalogue_en',
        say('İngilizce katalog', 'English catalogue', 'Catálogo en inglés', 'Catalogue en anglais'),
        { points: 3 },
      ),
      offer('linkedin', same('LinkedIn'), { points: 1 }),
      offer('b2b_portal', say('B2B portalı', 'B2B portal', 'Portal B2B', 'Portail B2B'), { points: 1 }),
      offer('crm', same('CRM'), { points: 1 }),
      offer('erp', same('ERP'), { points: 1 }),
      none(say('Hiçbiri', 'None', 'Ninguno', 'Aucun'), { points: 0 }),
    ],
  ),
  scoredOne(
    'E5',
    say(
      'Bugüne kadar üstlendiğiniz en kapsamlı teslim şekli (Incoterms)',
      'The furthest delivery term you have handled so far (Incoterms)',
      'La condición de entrega más amplia que ha asumido hasta ahora (Incoterms)',
      'Le mode de livraison le plus étendu que vous ayez assuré à ce jour (Incoterms)',
    ),
    [
      offer('none', say('Hiçbiri', 'None', 'Ninguna', 'Aucun'), { points: 0 }),
      offer('exw', same('EXW'), { points: 2 }),
      offer('fca_fob', same('FCA / FOB'), { points: 6 }),
      offer('cpt_cif', same('CPT / CIF'), { points: 8 }),
      offer('dap_ddp', same('DAP / DDP'), { points: 10 }),
    ],
  ),
)
