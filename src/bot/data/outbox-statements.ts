/** SQL: ends deliveries, with their files; says which of them had not ended yet. */
export const endDeliveriesStatement = `
  with gone as (
    delete from outbox where id = any (string_to_array($1, ',')::bigint[]) returning id, file_id),
  files as (delete from outbox_files where id in (select file_id from gone where file_id is not null))
  select id from gone`

/** SQL: ends calls, with their screens and files where there are any. */
export const completeStatement = (withScreens: boolean, withFiles: boolean) => `
  with gone as (
    delete from outbox where id = any (string_to_array($1, ',')::bigint[]) returning file_id)
  ${withFiles ? `, files as (delete from outbox_files where id in (select file_id from gone where file_id is not null))` : ''}
  ${
    withScreens
      ? `, shown as (
    insert into screens (chat_id, name, message_id, updated_at)
    select distinct on (s.c, s.n) s.c, s.n, s.m, $3 from jsonb_to_recordset($2::jsonb) as s(c bigint, n text, m int)
    on conflict (chat_id, name) do update set message_id = excluded.message_id, updated_at = excluded.updated_at)`
      : ''
  }
  select count(*) from gone`
