import type { NewOutboxRow } from './outbox-rows.ts'

/** A call that is owed, short, on its way into a statement. */
export const asRecord = (row: NewOutboxRow) => ({
  c: row.chatId,
  m: row.method,
  p: row.payload,
  o: row.priority,
  s: row.screen,
  f: row.isFresh,
  d: row.fileId,
  a: row.about,
  n: row.isOnce,
})

/** The columns of the outbox that `owedValues` fills, in this order. */
export const owedColumns = 'chat_id, method, payload, priority, screen, is_fresh, file_id, about, is_once'
export const owedValues = 'm.c, m.m, m.p, m.o, m.s, m.f, m.d, m.a, m.n'

/** What `asRecord` has made of calls, as rows in their order; `json` is the statement's parameter. */
export const owedRecords = (json: string) => `rows from (jsonb_to_recordset(${json}::jsonb)
  as (c bigint, m text, p text, o smallint, s text, f boolean, d bigint, a text, n boolean)) with ordinality
  as m(c, m, p, o, s, f, d, a, n, ord)`
