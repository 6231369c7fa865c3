import type { SealedColumn } from '../../platform/rotation.ts'

const files = (table: string, column: string): SealedColumn => ({
  ...{ table, column, kind: 'bytes' },
  placeOf: (id) => `${table}.${column}.${id}`,
})

/** Every column that is sealed; a test finds the one that is missing here. */
export const sealedColumns: readonly SealedColumn[] = [
  files('uploads', 'sealed'),
  files('form_files', 'content'),
  files('response_files', 'content'),
  files('document_files', 'content'),
  { table: 'person_notes', column: 'words', kind: 'text', placeOf: () => 'person_notes.words' },
  { table: 'letters', column: 'words', kind: 'text', placeOf: () => 'letters.words' },
  {
    ...{ table: 'inbox', column: 'body', kind: 'text', where: 'set_aside_at is not null' },
    placeOf: () => 'inbox.body',
  },
]
