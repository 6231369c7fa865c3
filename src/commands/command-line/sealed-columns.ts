import type { SealedColumn } from '../../platform/rotation.ts'

const files = (table: string, column: string): SealedColumn => ({
  ...{ table, column, kind: 'bytes' },
  placeOf: (id) => `${table}.${column}.${id}`,
})

/** What is told for a journey, value by value, for one place in all columns: answers move between them. */
function told(
  table: string,
  key: SealedColumn['key'],
  columns: Readonly<Record<string, SealedColumn['kind']>>,
  place: string,
): SealedColumn[] {
  return Object.entries(columns).map(([column, kind]) => ({
    ...{ table, column, kind, placeOf: () => place },
    ...(key ? { key } : {}),
  }))
}

/** Every column that is sealed; a test finds the one that is missing here. */
export const sealedColumns: readonly SealedColumn[] = [
  files('uploads', 'sealed'),
  files('form_files', 'content'),
  files('response_files', 'content'),
  files('document_files', 'content'),
  { table: 'person_notes', column: 'words', kind: 'text', placeOf: () => 'person_notes.words' },
  ...told('answers', { response_id: 'bigint', path: 'text' }, { value: 'words' }, 'answers.value'),
  ...told(
    'responses',
    undefined,
    { pending: 'words', calculated: 'object', set_aside: 'object' },
    'answers.value',
  ),
  ...told(
    'participant_details',
    { application_id: 'bigint' },
    { room: 'words', roommate: 'words', flight_out: 'words', flight_back: 'words' },
    'participant_details',
  ),
  { table: 'hand_messages', column: 'text', kind: 'words', placeOf: () => 'hand_messages.text' },
  ...told(
    'document_states',
    { application_id: 'bigint', code: 'text' },
    { reason: 'words' },
    'document_states.reason',
  ),
  ...told('document_files', undefined, { name: 'words' }, 'document_files.name'),
  ...told('response_files', undefined, { name: 'words' }, 'answers.value'),
  ...told(
    'activity_sheets',
    { activity_id: 'bigint', sheet: 'text' },
    { rows: 'rows' },
    'participant_details',
  ).map((column) => ({ ...column, where: `sheet = 'participants'` })),
  { table: 'letters', column: 'words', kind: 'text', placeOf: () => 'letters.words' },
  {
    ...{ table: 'inbox', column: 'body', kind: 'text', where: 'set_aside_at is not null' },
    placeOf: () => 'inbox.body',
  },
]
