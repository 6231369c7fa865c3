import { offer, selectOne } from '../choices.ts'
import { calculate, say, together } from '../rows.ts'
import { heldAny } from './meetings.ts'

/** The middle of a band times how likely it is: a figure that firms declare, never one that was earned. */
export const expectedValue = together(
  selectOne(
    'value_band',
    say(
      '12 ay içinde toplam ne kadarlık sözleşme bekliyorsunuz?',
      'What total contract value do you expect within 12 months?',
      '¿Qué valor total de contratos espera en 12 meses?',
      'Quelle valeur totale de contrats attendez-vous sous 12 mois ?',
    ),
    [
      offer('none', say('Beklemiyoruz', 'None', 'Ninguno', 'Aucune'), { midpoint: 0 }),
      offer('below_10k', say('10 bin € altı', 'Below €10,000', 'Menos de 10.000 €', 'Moins de 10 000 €'), {
        midpoint: 5000,
      }),
      offer('10_50k', say('10–50 bin €', '€10,000–50,000', '10.000–50.000 €', '10 000–50 000 €'), {
        midpoint: 30000,
      }),
      offer('50_250k', say('50–250 bin €', '€50,000–250,000', '50.000–250.000 €', '50 000–250 000 €'), {
        midpoint: 150000,
      }),
      offer(
        '250k_1m',
        say('250 bin – 1 milyon €', '€250,000–1 million', '250.000 € – 1 millón', '250 000 € – 1 million'),
        {
          midpoint: 625000,
        },
      ),
      // Without an upper end there is no middle: its lower end counts.
      offer(
        'above_1m',
        say('1 milyon € üzeri', 'Above €1 million', 'Más de 1 millón €', 'Plus de 1 million €'),
        {
          midpoint: 1000000,
        },
      ),
      offer(
        'cannot_say',
        say(
          'Şimdiden bilemiyorum',
          'I cannot say yet',
          'Aún no puedo decirlo',
          'Je ne peux pas encore le dire',
        ),
        {
          midpoint: 0,
        },
      ),
    ],
    { cells: { relevant: heldAny } },
  ),
  selectOne(
    'value_probability',
    say(
      'Bunun gerçekleşme olasılığı nedir?',
      'How likely is that?',
      '¿Qué probabilidad tiene?',
      'Est-ce probable ?',
    ),
    [
      offer('low', say('Düşük', 'Low', 'Baja', 'Peu'), { probability: 0.1 }),
      offer('medium', say('Orta', 'Medium', 'Media', 'Moyennement'), { probability: 0.3 }),
      offer('high', say('Yüksek', 'High', 'Alta', 'Très'), { probability: 0.6 }),
    ],
    {
      cells: {
        relevant: "${value_band} != '' and ${value_band} != 'none' and ${value_band} != 'cannot_say'",
      },
    },
  ),
  calculate(
    'expected_value_eur',
    "round(sum(instance('value_band')/root/item[name = ${value_band}]/midpoint) * sum(instance('value_probability')/root/item[name = ${value_probability}]/probability))",
    say(
      'Firmaların beyanına göre beklenen değer (€)',
      'Expected value as declared by firms (€)',
      'Valor esperado según declaración de las empresas (€)',
      'Valeur attendue déclarée par les entreprises (€)',
    ),
  ),
)
