import type { LocalizedText } from '../../shared/localized-text.ts'
import type { RecordToWrite } from '../../shared/tables/write-table.ts'

const say = (tr: string, en: string, es: string, fr: string): LocalizedText => ({ tr, en, es, fr })

/** What people ask before and during the trip to Barcelona. */
export const barcelonaFaq: readonly RecordToWrite[] = [
  {
    question: say(
      'Hangi priz kullanılıyor?',
      'Which plug do I need?',
      '¿Qué enchufe se usa?',
      'Quelle prise faut-il ?',
    ),
    answer: say(
      'Türkiye’deki gibi F tipi; dönüştürücü gerekmez.',
      'Type F, the same as in Türkiye; no adapter is needed.',
      'Tipo F, igual que en Türkiye; no hace falta adaptador.',
      'Type F, comme en Turquie ; aucun adaptateur n’est nécessaire.',
    ),
    keywords: say(
      'priz, adaptör, şarj',
      'plug, socket, charger',
      'enchufe, cargador',
      'prise, adaptateur, chargeur',
    ),
  },
  {
    question: say(
      'Acil durumda nereyi aramalıyım?',
      'Whom do I call in an emergency?',
      '¿A quién llamo en caso de emergencia?',
      'Qui appeler en cas d’urgence ?',
    ),
    answer: say(
      '112’yi arayınız; ardından nöbetçi telefonumuza haber veriniz.',
      'Call 112, then let our duty phone know.',
      'Llame al 112 y después avise a nuestro teléfono de guardia.',
      'Appelez le 112, puis prévenez notre téléphone d’astreinte.',
    ),
    keywords: say(
      'acil, ambulans, polis',
      'emergency, ambulance, police',
      'emergencia, policía',
      'urgence, police',
    ),
  },
  {
    question: say(
      'Saat farkı ne kadar?',
      'What is the time difference?',
      '¿Cuál es la diferencia horaria?',
      'Quel est le décalage horaire ?',
    ),
    answer: say(
      'Barselona kışın 2, yazın 1 saat geridedir. Türkiye’de saat değişmez, İspanya’da değişir.',
      'Barcelona is 2 hours behind in winter and 1 in summer: Spain changes its clocks, Türkiye does not.',
      'En Barcelona son 2 horas menos en invierno y 1 en verano: España cambia la hora y Türkiye no.',
      'Il est 2 heures de moins à Barcelone en hiver et 1 en été : l’Espagne change d’heure, pas la Turquie.',
    ),
    keywords: say('saat, fark', 'time, hours, clock', 'hora, diferencia', 'heure, décalage'),
  },
  {
    question: say(
      'Otobüsü kaçırırsam ne yapmalıyım?',
      'What if I miss the coach?',
      '¿Qué hago si pierdo el autocar?',
      'Que faire si je manque l’autocar ?',
    ),
    answer: say(
      'Nöbetçi telefonumuzu hemen arayınız; size en yakın buluşma noktasını söyleyeceğiz.',
      'Call our duty phone at once; we will tell you the nearest meeting point.',
      'Llame enseguida a nuestro teléfono de guardia; le diremos el punto de encuentro más cercano.',
      'Appelez aussitôt notre téléphone d’astreinte ; nous vous indiquerons le point de rencontre le plus proche.',
    ),
    keywords: say('otobüs, kaçırdım', 'coach, bus, missed', 'autocar, perdido', 'autocar, manqué, retard'),
  },
  {
    question: say(
      'Hangi belgeleri saklamalıyım?',
      'Which papers must I keep?',
      '¿Qué documentos debo guardar?',
      'Quels documents faut-il conserver ?',
    ),
    answer: say(
      'Biniş kartlarını ve faturaları; geri ödeme için asılları gerekir.',
      'Boarding cards and invoices; the originals are needed for the refund.',
      'Las tarjetas de embarque y las facturas; para el reembolso hacen falta los originales.',
      'Les cartes d’embarquement et les factures ; les originaux sont nécessaires pour le remboursement.',
    ),
    keywords: say(
      'fatura, biniş kartı, iade',
      'invoice, boarding card, refund',
      'factura, reembolso',
      'facture, remboursement',
    ),
  },
]
