import { describe, expect, test } from 'vitest'
import { intentOf } from '../../../src/features/correspondence/domain/answering/intent-of.ts'
import { matchFaq } from '../../../src/features/correspondence/domain/answering/match-faq.ts'
import type { Intent } from '../../../src/features/correspondence/domain/answering/vocabulary.ts'
import type { Language } from '../../../src/shared/localized-text.ts'
import { barcelonaFaq } from '../../../src/sandbox/seed/barcelona-faq.ts'
import type { FaqEntry } from '../../../src/features/correspondence/domain/answering/match-faq.ts'

const asked: Readonly<Record<Intent, readonly string[]>> = {
  ride: [
    'Otobüs kaçta kalkıyor?',
    'Merhaba, otobüsümüz ne zaman hareket edecek?',
    'OTOBÜS SAAT KAÇTA',
    'When does the bus leave?',
    'Hello, what time is the coach please?',
    '¿A qué hora sale el autobús?',
    'cuando sale el autocar',
    'À quelle heure part le bus ?',
    'Bonjour, quand part l’autocar ?',
  ],
  hotel: [
    'Otel nerede?',
    'Otelimizin adresi ne?',
    'nerede kalıyoruz',
    'Where is the hotel?',
    'Which hotel are we staying at?',
    '¿Dónde está el hotel?',
    '¿Cuál es la dirección del hotel?',
    'Où est l’hôtel ?',
    'Quelle est l’adresse de l’hôtel ?',
  ],
  tomorrow: [
    'Yarın kaçta buluşuyoruz?',
    'Yarın ne var?',
    'Yarın otobüs kaçta?',
    'What time do we meet tomorrow?',
    'When does the bus leave tomorrow?',
    "What is tomorrow's programme?",
    '¿Qué hay mañana?',
    '¿A qué hora quedamos mañana?',
    'À quelle heure se retrouve-t-on demain ?',
    'Quel est le programme de demain ?',
  ],
  call: [
    'Kimi arayabilirim?',
    'Acil durumda kimi aramalıyım?',
    'Who do I call?',
    'Who should I contact in case of an emergency?',
    '¿A quién llamo?',
    '¿A quién puedo llamar en caso de emergencia?',
    'Qui dois-je appeler ?',
    'Qui appeler en cas d’urgence ?',
  ],
}

/** Sentences with the same words that ask, or say, something else. */
const others = [
  'Otobüs gelmedi, saat kaç oldu!',
  'Otobüsü kaçırdım',
  'Otobüste çantamı unuttum, ne zaman alabilirim?',
  'Otelde wifi nerede?',
  'Otel değişti mi, nerede?',
  'Yarın gelemiyorum',
  'Yarın uçak kaçta?',
  'Kimi gönderiyorsunuz?',
  'Merhaba',
  'Otobüs',
  'Saat kaç?',
  'When does the bus arrive in Girona?',
  'The bus did not come, what time is it?',
  'Why is the bus late?',
  'When does the bus leave for the airport?',
  'Where is the bus?',
  'Is there a pool at the hotel, where?',
  'My hotel room is cold',
  'Tomorrow I will be late, what should I do?',
  'Who is the interpreter?',
  'I am lost, who do I call?',
  'When do we fly back?',
  '¿Cuándo llega el autobús al aeropuerto?',
  'El autobús no ha venido, ¿qué hora es?',
  '¿Dónde hay una farmacia cerca del hotel?',
  'Mañana no puedo ir, ¿qué hago?',
  '¿Quién es el intérprete?',
  'Perdí el autocar',
  'Quand arrive le bus ?',
  'Je suis en retard, où est le bus ?',
  'Où est la pharmacie près de l’hôtel ?',
  'Demain je ne viens pas car je suis malade',
  'Qui est l’interprète ?',
  'Le bus est en retard',
  `${'Otobüs '.repeat(10)} kaçta kalkıyor acaba`,
]

describe('what is asked of the programme', () => {
  test.each(Object.entries(asked).flatMap(([intent, texts]) => texts.map((text) => [text, intent])))(
    '%s → %s',
    (text, intent) => expect(intentOf(text)).toBe(intent),
  )
  test.each(others)('%s → a person', (text) => expect(intentOf(text)).toBeUndefined())
})

const entries = barcelonaFaq as unknown as FaqEntry[]
const questionIn = (text: string, language: Language) =>
  matchFaq(text, entries, language, 'tr', language === 'tr' ? 'Barselona' : 'Barcelona')?.question.en

describe('what the questions of an activity answer', () => {
  test.each<[string, Language, string]>([
    ['Hangi priz kullanılıyor?', 'tr', 'Which plug do I need?'],
    ['adaptör gerekli mi', 'tr', 'Which plug do I need?'],
    ['Which plug do I need?', 'en', 'Which plug do I need?'],
    ['Do I need a plug?', 'en', 'Which plug do I need?'],
    ['¿Qué enchufe se usa?', 'es', 'Which plug do I need?'],
    ['Quelle prise faut-il ?', 'fr', 'Which plug do I need?'],
    ['¿Qué enchufe se usa en Barcelona?', 'es', 'Which plug do I need?'],
    ['Barselona’da hangi priz kullanılıyor?', 'tr', 'Which plug do I need?'],
    ['Acil durumda nereyi aramalıyım?', 'tr', 'Whom do I call in an emergency?'],
    ['Saat farkı ne kadar?', 'tr', 'What is the time difference?'],
    ['What is the time difference?', 'en', 'What is the time difference?'],
    ['¿Qué hago si pierdo el autocar?', 'es', 'What if I miss the coach?'],
    ['invoice', 'en', 'Which papers must I keep?'],
  ])('%s (%s) → %s', (text, language, question) => expect(questionIn(text, language)).toBe(question))

  test.each<[string, Language]>([
    ['Saat kaç?', 'tr'],
    ['Barcelona?', 'en'],
    ['Prizim bozuldu, yanıyor!', 'tr'],
    ['Otobüs', 'tr'],
    ['My charger was stolen', 'en'],
    ['The police took my passport', 'en'],
    ['coach', 'en'],
    ['La factura está mal', 'es'],
    ['Ma prise ne marche pas', 'fr'],
    ['J’ai perdu mes factures', 'fr'],
    ['', 'en'],
    ['???', 'en'],
  ])('%s (%s) → a person', (text, language) => expect(questionIn(text, language)).toBeUndefined())
})
