import { owedColumns, owedRecords, owedValues } from './owed-calls.ts'

/** The numbers of the processes that live: each holds a session lock as long as it does. */
export const alive = (lockClass: string) => `
  select objid::int from pg_locks where locktype = 'advisory' and classid = ${lockClass}::int::oid and granted
  and database = (select oid from pg_database where datname = current_database())`

/**
 * Who has sent an update, the state of their sitting, and what the rooms want to know of them (`known`). All are values of
 * their own: joined, they would be planned as a walk through everybody.
 */
const sender = (lane: string, known: readonly string[]) => `
    (select c.state from conversations c where c.lane = ${lane}) as conversation,
    (select json_build_object('userId', a.user_id, 'personId', a.person_id,
      'firstName', a.first_name, 'lastName', a.last_name, 'username', a.username, 'phoneLanguage', a.phone_language,
      'language', a.language, 'isLanguageChosen', a.is_language_chosen, 'isReachable', a.is_reachable)
     from accounts a where a.user_id = ${lane}) as account,
    (select json_build_array(${known.join(', ')}) from accounts a where a.user_id = ${lane}) as known`

/**
 * Keeps what is new and takes the first of each lane that nothing waits in. Should another process take the same lane in
 * the same moment, a unique index refuses the whole statement, and it is asked again with no hands.
 */
export const receiveStatement = (known: readonly string[]) => `
  with given as (
    select (u.value->>0)::bigint as update_id, (u.value->>1)::bigint as lane, u.value->>2 as body, u.ord
    from jsonb_array_elements($2::jsonb) with ordinality as u(value, ord)),
  first as (
    select distinct on (g.lane) g.update_id, g.ord from given g
    where (select min(i.id) from inbox i where i.lane = g.lane and i.done_at is null) is null
    order by g.lane, g.ord),
  mine as (select update_id from first order by ord limit $5::int),
  kept as (
    insert into inbox (bot_id, update_id, lane, body, received_at, claimed_by, attempts)
    select $1, g.update_id, g.lane, g.body, $3::timestamptz, case when m.update_id is not null then $4::int end,
      case when m.update_id is null then 0 else 1 end
    from given g left join mine m on m.update_id = g.update_id order by g.ord
    on conflict (bot_id, update_id) do nothing returning id, update_id, lane, deaths, claimed_by is not null as is_taken)
  select k.*, (select count(*) from kept m where m.lane = k.lane) > 1 as has_more, ${sender('k.lane', known)},
    (select pg_notify('heyet_inbox', $4::int::text) where exists (select 1 from kept where not is_taken)) as told
  from kept k order by k.id`

/**
 * Does not wait for the disk: a claim that is lost with the power has claimed nothing, and if anything came of it, the
 * commit of that has written the claim out as well. A killed bot loses none of it, PostgreSQL has it.
 */
export const claimStatement = (known: readonly string[]) => `
  with hurried as materialized (select set_config('synchronous_commit', 'off', true)),
  next as (
    select i.id from inbox i, hurried
    where i.done_at is null and i.claimed_by is null and (i.deaths > 0) = $3::boolean and (i.not_before is null or i.not_before <= clock_timestamp())
      and not exists (select 1 from inbox e where e.lane = i.lane and e.done_at is null
                      and (e.id < i.id or e.claimed_by is not null))
    order by i.id limit $2 for update of i skip locked),
  taken as (
    update inbox set claimed_by = $1, attempts = attempts + 1 from next where inbox.id = next.id
    returning inbox.id, update_id, lane, body, attempts, deaths)
  select t.*, ${sender('t.lane', known)},
    (select min(m.id) from inbox m where m.lane = t.lane and m.done_at is null and m.id > t.id) is not null as has_more
  from taken t order by t.id`

export const freeOrphansStatement = `
  with freed as (
    update inbox set claimed_by = null, deaths = deaths + 1, attempts = attempts - 1 where id in (
      select id from inbox where claimed_by is not null and done_at is null
      and claimed_by not in (${alive('$1')}) for update skip locked) returning 1)
  select exists (select 1 from freed) or exists (select 1 from inbox where done_at is null and deaths > 0) as has_suspects`

export const endTables = `
  finished as (
    update inbox set done_at = $3, body = null, claimed_by = null, error = null
    where lane = $4::bigint and id = $1 and claimed_by = $2 and done_at is null returning 1),
  written as (
    insert into conversations (lane, state, updated_at) select $4::bigint, $6, $3 from finished where $5 = 'write'
    on conflict (lane) do update set state = excluded.state, updated_at = excluded.updated_at),
  dropped as (
    delete from conversations where $5 = 'drop' and lane = $4::bigint and exists (select 1 from finished)),
  said as (
    insert into outbox (${owedColumns}, claimed_by, created_at)
    select ${owedValues}, $2, $3 from finished, ${owedRecords('$7')} order by m.ord
    returning id)`
