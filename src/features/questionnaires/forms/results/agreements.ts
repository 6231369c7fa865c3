import { none, offer, selectMultiple, selectOne } from '../choices.ts'
import { question, same, say, together } from '../rows.ts'
import { heldAny } from './meetings.ts'

const hasOrder = "selected(${agreements}, 'order')"

/** What was signed, and of an order how much. */
export const agreements = together(
  selectMultiple(
    'agreements',
    say('Neler imzalandı?', 'What was signed?', '¿Qué se firmó?', 'Qu’est-ce qui a été signé ?'),
    [
      offer('mou', say('Mutabakat zaptı (MoU)', 'Memorandum (MoU)', 'Memorando (MoU)', 'Protocole (MoU)')),
      offer(
        'nda',
        say(
          'Gizlilik sözleşmesi (NDA)',
          'Confidentiality (NDA)',
          'Confidencialidad (NDA)',
          'Confidentialité (NDA)',
        ),
      ),
      offer(
        'order',
        say('Sipariş / sözleşme', 'Order / contract', 'Pedido / contrato', 'Commande / contrat'),
      ),
      none(say('Hiçbir şey', 'Nothing', 'Nada', 'Rien')),
    ],
    {
      cells: {
        relevant: heldAny,
        constraint_message: say(
          '“Hiçbir şey” tek başına seçilir.',
          '“Nothing” stands alone.',
          '«Nada» va solo.',
          '« Rien » se choisit seul.',
        ),
      },
    },
  ),
  question(
    'decimal',
    'order_amount',
    say('Siparişin tutarı', 'Amount of the order', 'Importe del pedido', 'Montant de la commande'),
    {
      relevant: hasOrder,
      constraint: '. > 0',
      constraint_message: say(
        'Lütfen sıfırdan büyük bir tutar yazınız.',
        'Please write an amount above zero.',
        'Escriba un importe mayor que cero.',
        'Veuillez écrire un montant supérieur à zéro.',
      ),
    },
  ),
  selectOne(
    'order_currency',
    say('Para birimi', 'Currency', 'Moneda', 'Devise'),
    [
      offer('EUR', same('EUR')),
      offer('USD', same('USD')),
      offer('GBP', same('GBP')),
      offer('TRY', same('TRY')),
    ],
    { cells: { relevant: hasOrder } },
  ),
)
