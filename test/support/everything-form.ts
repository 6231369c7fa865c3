import { asks, choice, type SmallForm } from './forms.ts'

const countries = [
  ...['Albania', 'Algeria', 'Austria', 'Belgium', 'Bosnia and Herzegovina', 'Bulgaria', 'Croatia', 'Czechia'],
  ...['Denmark', 'Egypt', 'Estonia', 'Finland', 'France', 'Germany', 'Greece', 'Hungary', 'Italy', 'Latvia'],
  ...['Lithuania', 'Morocco', 'Poland', 'Portugal', 'Romania', 'Serbia', 'Spain'],
]

/** A questionnaire with each kind of question once. */
export const everything: SmallForm = {
  survey: [
    asks('select_one cluster', 'one', 'Küme?', 'Which cluster?'),
    asks('select_one country', 'country', 'Ülke?', 'Which country?'),
    asks('select_multiple cluster', 'several', 'Hangileri?', 'Which ones?'),
    asks('rank cluster', 'order', 'Sıralayınız', 'Rank them'),
    asks('range', 'ready', 'Ne kadar hazırsınız?', 'How ready?', { parameters: 'start=1 end=10 step=1' }),
    asks('integer', 'people', 'Çalışan?', 'Employees?'),
    asks('decimal', 'share', 'Pay?', 'Share?'),
    asks('text', 'words', 'Anlatınız', 'Tell us'),
    asks('date', 'day', 'Ne zaman?', 'Which day?'),
    asks('time', 'hour', 'Saat kaçta?', 'At what time?'),
    asks('dateTime', 'moment', 'Gün ve saat?', 'Day and time?'),
    asks('geopoint', 'place', 'Nerede?', 'Where?'),
    asks('image', 'picture', 'Fotoğraf?', 'A picture?'),
    asks('audio', 'voice', 'Ses?', 'A voice?'),
    asks('file', 'paper', 'Dosya?', 'A paper?'),
    asks('acknowledge', 'read', 'Okudunuz mu?', 'Have you read it?'),
  ],
  choices: [
    choice('cluster', 'rail', 'Raylı sistemler', 'Rail systems'),
    choice('cluster', 'air', 'Havacılık', 'Aviation'),
    choice('cluster', 'other', 'Diğer', 'Other'),
    ...countries.map((name, at) => choice('country', `c${at}`, name, name)),
  ],
  settings: { form_id: 'all', form_title: 'Everything' },
}
