import { none, offer, selectMultiple } from '../choices.ts'
import { finishedForm } from '../finished-form.ts'
import { note, question, say, section, together } from '../rows.ts'
import { agreements } from './agreements.ts'
import { expectedValue } from './expected-value.ts'
import { counted, meetings } from './meetings.ts'

/** One section with the meetings: without any it would come and go, and the count of sections with it. */
const outcomes = section(
  'outcomes',
  {
    label: say(
      'Görüşmeler ve sonuçları',
      'Meetings and their results',
      'Reuniones y resultados',
      'Rendez-vous et résultats',
    ),
  },
  meetings,
  counted(
    'leads',
    say(
      'Kaç bağlantıyı takip edeceksiniz?',
      'How many leads will you follow?',
      '¿Cuántos contactos va a seguir?',
      'Combien de contacts allez-vous suivre ?',
    ),
  ),
  counted(
    'quotations',
    say(
      'Sizden kaç teklif istendi?',
      'How many quotations were you asked for?',
      '¿Cuántas ofertas le han pedido?',
      'Combien de devis vous a-t-on demandés ?',
    ),
  ),
  expectedValue,
  agreements,
)

const next = section(
  'next',
  { label: say('Sırada ne var?', 'What comes next', 'Próximos pasos', 'La suite') },
  selectMultiple(
    'needs_next',
    say(
      'Bundan sonra neye ihtiyacınız var?',
      'What do you need next?',
      '¿Qué necesita ahora?',
      'De quoi avez-vous besoin maintenant ?',
    ),
    [
      offer('visit', say('Takip ziyareti', 'Follow-up visit', 'Visita de seguimiento', 'Visite de suivi')),
      offer('translation', say('Çeviri', 'Translation', 'Traducción', 'Traduction')),
      offer(
        'certification',
        say(
          'Belgelendirme desteği',
          'Certification help',
          'Ayuda para certificarse',
          'Aide à la certification',
        ),
      ),
      offer(
        'shipping',
        say('Numune gönderimi', 'Sample shipping', 'Envío de muestras', 'Envoi d’échantillons'),
      ),
      offer('legal', say('Hukuki destek', 'Legal help', 'Ayuda jurídica', 'Aide juridique')),
      none(say('Hiçbiri', 'None', 'Ninguna', 'Aucun')),
    ],
  ),
  question(
    'text',
    'needs_words',
    say(
      'Eklemek istedikleriniz',
      'Anything else?',
      '¿Desea añadir algo?',
      'Souhaitez-vous ajouter quelque chose ?',
    ),
    { required: 'no' },
  ),
)

/** After the trip, once for each firm and with its name: what came out of it. */
export const results = finishedForm({
  id: 'results',
  title: say(
    'Heyetin sonuçları',
    'Results of the delegation',
    'Resultados de la misión',
    'Résultats de la mission',
  ),
  settings: { heyet_purpose: 'survey', heyet_scope: 'firm', heyet_anonymous: 'no' },
  part: () =>
    together(
      note(
        'welcome',
        say(
          'Heyetin firmanıza ne kazandırdığını soruyoruz. Sorular firma adına bir kez yanıtlanır; tutarlar raporda “firmaların beyanı” olarak toplu yer alır.',
          'What did the delegation bring your firm? The questions are answered once for the firm; amounts appear in the report as totals “declared by firms”.',
          '¿Qué ha aportado la misión a su empresa? Se responde una vez por empresa; los importes aparecen agregados en el informe como «declarados por las empresas».',
          'Qu’a apporté la mission à votre entreprise ? On répond une seule fois par entreprise ; les montants figurent regroupés dans le rapport comme « déclarés par les entreprises ».',
        ),
      ),
      outcomes,
      next,
    ),
})
