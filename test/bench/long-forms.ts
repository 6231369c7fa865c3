import type { SmallForm } from '../support/forms.ts'
import { asks, choice } from '../support/forms.ts'

const choices = ['rail', 'air', 'other'].flatMap((name) => [
  choice('cluster', name, `Küme ${name}`, `Cluster ${name}`),
])

/** Six kinds of questions in turn, so that question 60 is of the same kind as question 6; every sixth depends on the first. */
export const sixtyQuestions: SmallForm = {
  survey: Array.from({ length: 66 }, (_, at) =>
    at % 2 === 0
      ? asks('text', `q${at + 1}`, `Soru ${at + 1}?`, `Question ${at + 1}?`)
      : asks('select_one cluster', `q${at + 1}`, `Soru ${at + 1}?`, `Question ${at + 1}?`, {
          ...(at % 6 === 5 ? { relevant: "${q1} != 'no'", constraint: ". != 'none'" } : {}),
        }),
  ),
  choices,
  settings: { form_id: 'sixty', form_title: 'Sixty questions' },
}

/** What somebody has said who has answered the first `count` questions. */
export const firstAnswers = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`/data/q${at + 1}`, at % 2 === 0 ? `Words ${at}` : 'rail']),
  )

/** Twenty questions, typed and tapped in turn. */
export const twentyQuestions: SmallForm = {
  survey: sixtyQuestions.survey.slice(0, 20),
  choices,
  settings: { form_id: 'twenty', form_title: 'Twenty questions' },
}

/** Sections of ten: which apply, how often, and what is worked out of them. */
export const threeHundredQuestions: SmallForm = {
  survey: Array.from({ length: 30 }, (_, section) => sectionOf(section)).flat(),
  choices: [
    ...choices,
    ...Array.from({ length: 60 }, (_, at) =>
      choice('product', `p${at}`, `Ürün ${at}`, `Product ${at}`, {
        cluster: ['rail', 'air', 'other'][at % 3] ?? '',
      }),
    ),
  ],
  settings: { form_id: 'three-hundred', form_title: 'Three hundred questions' },
}

function sectionOf(section: number) {
  const name = (part: string) => `${part}_${section}`
  const before = section === 0 ? undefined : section - 1
  return [
    {
      type: 'begin_group',
      name: name('part'),
      'label::Türkçe (tr)': `Bölüm ${section}`,
      'label::English (en)': `Section ${section}`,
      ...(before === undefined ? {} : { relevant: `\${score_${before}} >= 0 or \${cluster_0} = 'rail'` }),
    },
    asks('select_one cluster', name('cluster'), 'Küme?', 'Cluster?', { required: 'yes' }),
    asks('select_one product', name('product'), 'Ürün?', 'Product?', {
      choice_filter: `cluster = \${${name('cluster')}}`,
    }),
    asks('select_multiple cluster', name('others'), 'Başka?', 'Others?', {
      constraint: "count-selected(.) <= 3 and not(selected(., 'none'))",
    }),
    asks('integer', name('people'), 'Kaç kişi?', 'How many people?', { constraint: '. >= 0 and . < 100000' }),
    asks('integer', name('abroad'), 'Kaçı yurt dışında?', 'How many abroad?', {
      relevant: `\${${name('people')}} > 0`,
      constraint: `. <= \${${name('people')}}`,
    }),
    asks('decimal', name('share'), 'Pay?', 'Share?', { relevant: `\${${name('abroad')}} > 0` }),
    asks('text', name('words'), 'Anlatınız', 'Tell us', { constraint: 'string-length(.) < 400' }),
    asks('date', name('day'), 'Ne zaman?', 'When?', { constraint: ". > date('2000-01-01')" }),
    asks('select_one cluster', name('wish'), 'İstek?', 'Wish?', {
      relevant: `selected(\${${name('others')}}, 'rail') and string-length(\${${name('words')}}) > 0`,
    }),
    asks('range', name('ready'), 'Ne kadar hazırsınız?', 'How ready?', {
      parameters: 'start=1 end=10 step=1',
    }),
    {
      type: 'calculate',
      name: name('score'),
      calculation: `(coalesce(\${${name('people')}}, 0) + \${${name('ready')}}) div 2${
        before === undefined ? '' : ` + \${score_${before}} * 0.1`
      }`,
    },
    { type: 'end_group', name: '' },
  ]
}
