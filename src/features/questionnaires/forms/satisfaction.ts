import { none, offer, selectMultiple, selectOne } from './choices.ts'
import { finishedForm } from './finished-form.ts'
import {
  note,
  question,
  say,
  section,
  together,
  type FormPart,
  type FormRow,
  type InEachLanguage,
} from './rows.ts'

/** The third stands third, so that a typed "3" means what it says. */
const marks: readonly FormRow[] = [
  offer('1', say('1 · Çok zayıf', '1 · Very poor', '1 · Muy mal', '1 · Très insuffisant')),
  offer('2', say('2 · Zayıf', '2 · Poor', '2 · Mal', '2 · Insuffisant')),
  offer('3', say('3 · Orta', '3 · Fair', '3 · Regular', '3 · Moyen')),
  offer('4', say('4 · İyi', '4 · Good', '4 · Bien', '4 · Bien')),
  offer('5', say('5 · Çok iyi', '5 · Very good', '5 · Muy bien', '5 · Très bien')),
  offer(
    'not_applicable',
    say(
      'Fikrim yok / kullanmadım',
      'No opinion / not used',
      'Sin opinión / no utilizado',
      'Sans avis / non utilisé',
    ),
  ),
]

const rated = (name: string, label: InEachLanguage): FormPart =>
  selectOne(name, label, marks, { list: 'marks', cells: { appearance: 'likert' } })

const withoutNames = say(
  'Bu anket anonimdir: lütfen kişi ve firma adı yazmayınız. Atlayabilirsiniz.',
  'This survey is anonymous: please name no people or firms. You can skip this.',
  'Esta encuesta es anónima: no mencione personas ni empresas. Puede saltar esta pregunta.',
  'Ce questionnaire est anonyme : ne citez ni personnes ni entreprises. Vous pouvez passer cette question.',
)

const overall = section(
  'overall',
  { label: say('Genel izlenim', 'Overall', 'Impresión general', 'Impression générale') },
  question(
    'range',
    'recommend',
    say(
      'Bu heyeti başka bir firmaya ne ölçüde tavsiye edersiniz? (0: asla, 10: kesinlikle)',
      'How likely are you to recommend this delegation to another firm? (0: not at all, 10: certainly)',
      '¿En qué medida recomendaría esta misión comercial a otra empresa? (0: nada, 10: sin duda)',
      'Recommanderiez-vous cette mission commerciale à une autre entreprise ? (0 : pas du tout, 10 : sans hésiter)',
    ),
    { parameters: 'start=0 end=10 step=1' },
  ),
  question(
    'text',
    'recommend_why_not',
    say('Neyi eksik buldunuz?', 'What failed?', '¿Qué falló?', 'Qu’est-ce qui n’a pas fonctionné ?'),
    { required: 'no', relevant: '${recommend} <= 6', hint: withoutNames },
  ),
  question(
    'text',
    'recommend_why',
    say('En iyi yanı neydi?', 'What was best?', '¿Qué fue lo mejor?', 'Qu’est-ce qui a été le mieux ?'),
    { required: 'no', relevant: '${recommend} >= 9', hint: withoutNames },
  ),
  question(
    'range',
    'overall_mark',
    say(
      'Genel olarak heyetten ne kadar memnunsunuz? (1: hiç, 5: çok)',
      'How satisfied are you with the delegation overall? (1: not at all, 5: very)',
      'En conjunto, ¿qué valoración le merece la misión? (1: muy mala, 5: muy buena)',
      'Dans l’ensemble, quelle note donnez-vous à la mission ? (1 : très mauvaise, 5 : très bonne)',
    ),
    { parameters: 'start=1 end=5 step=1' },
  ),
)

const parts = section(
  'parts',
  { label: say('Tek tek', 'One by one', 'Punto por punto', 'Point par point') },
  rated(
    'preparation',
    say(
      'Yolculuk öncesi hazırlık ve bilgilendirme',
      'Preparation and information before departure',
      'Preparación e información antes de la salida',
      'Préparation et information avant le départ',
    ),
  ),
  rated(
    'communication',
    say(
      'Yolculuk sırasında iletişim (bu bot dahil)',
      'Communication during the trip (this bot included)',
      'Comunicación durante el viaje (incluido este bot)',
      'Communication pendant le voyage (ce bot compris)',
    ),
  ),
  rated(
    'programme',
    say('Program içeriği', 'Content of the programme', 'Contenido del programa', 'Contenu du programme'),
  ),
  rated(
    'companies',
    say(
      'Görüştürülen firmaların niteliği',
      'Quality of the matched companies',
      'Calidad de las empresas seleccionadas',
      'Qualité des entreprises rencontrées',
    ),
  ),
  rated('interpreting', say('Tercüme', 'Interpretation', 'Interpretación', 'Interprétation')),
  rated(
    'hotel_transport',
    say('Otel ve ulaşım', 'Hotel and transport', 'Hotel y transporte', 'Hôtel et transports'),
  ),
  rated(
    'coordinators',
    say('Koordinatörler', 'The coordinators', 'El equipo de coordinación', 'L’équipe de coordination'),
  ),
)

const learned = section(
  'learning',
  { label: say('Öğrendikleriniz', 'What you learned', 'Lo que ha aprendido', 'Ce que vous avez appris') },
  selectMultiple(
    'learned',
    say(
      'Kendi üretiminiz ve kaliteniz için ne öğrendiniz?',
      'What did you learn for your own production and quality?',
      '¿Qué ha aprendido para su producción y su calidad?',
      'Qu’avez-vous appris pour votre production et votre qualité ?',
    ),
    [
      offer('technology', say('Teknoloji', 'Technology', 'Tecnología', 'Technologie')),
      offer('certification', say('Belgelendirme', 'Certification', 'Certificación', 'Certification')),
      offer('price_level', say('Fiyat düzeyi', 'Price level', 'Nivel de precios', 'Niveau des prix')),
      offer(
        'partner_type',
        say('Uygun iş ortağı türü', 'Type of partner', 'Tipo de socio', 'Type de partenaire'),
      ),
      none(say('Yeni bir şey yok', 'Nothing new', 'Nada nuevo', 'Rien de nouveau')),
    ],
    {
      cells: {
        constraint_message: say(
          '“Yeni bir şey yok” tek başına seçilir.',
          '“Nothing new” stands alone.',
          '«Nada nuevo» va solo.',
          '« Rien de nouveau » se choisit seul.',
        ),
      },
    },
  ),
)

/** After the trip, of each person and without a name: how it was. */
export const satisfaction = finishedForm({
  id: 'satisfaction',
  title: say(
    'Heyet değerlendirmesi',
    'Your view of the delegation',
    'Su opinión sobre la misión',
    'Votre avis sur la mission',
  ),
  settings: { heyet_purpose: 'survey', heyet_scope: 'person', heyet_anonymous: 'yes' },
  part: () =>
    together(
      note(
        'welcome',
        say(
          'Heyeti değerlendirir misiniz? Sonuçlar raporda toplu olarak yer alır.',
          'How was it? The results appear in the report as totals only.',
          '¿Cómo ha ido? Los resultados solo aparecen agregados en el informe.',
          'Comment cela s’est-il passé ? Les résultats ne figurent que regroupés dans le rapport.',
        ),
      ),
      overall,
      parts,
      learned,
    ),
})
